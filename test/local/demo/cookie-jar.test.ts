import { CookieJar } from "../../../local/demo/cookie-jar.js";

const app = new URL("https://app.example.com/a/b");

function jarWith(...setCookies: string[]) {
  const jar = new CookieJar();
  jar.store(app, setCookies);
  return (url: string) => jar.header(new URL(url));
}

describe("a cookie", () => {
  it("goes back to its own host alone, unless it names a domain", () => {
    const header = jarWith("own=1; Path=/", "shared=2; Path=/; Domain=example.com");
    expect(header("https://app.example.com/")).toBe("own=1; shared=2");
    expect(header("https://www.example.com/")).toBe("shared=2");
    expect(header("https://app.example.com.evil.org/")).toBeUndefined();
  });

  it("is refused for a domain that is not the host's", () => {
    expect(jarWith("x=1; Domain=example.org; Path=/")("https://example.org/")).toBeUndefined();
  });

  it("stays within its path, by default the folder of the page that set it", () => {
    const header = jarWith("x=1");
    expect(header("https://app.example.com/a/c")).toBe("x=1");
    expect(header("https://app.example.com/ab")).toBeUndefined();
  });

  it("is not sent in the clear when it is Secure", () => {
    expect(jarWith("x=1; Path=/; Secure")("http://app.example.com/")).toBeUndefined();
  });

  it("is replaced by a newer one and removed by an expired one", () => {
    expect(jarWith("x=1; Path=/", "x=2; Path=/")(app.href)).toBe("x=2");
    expect(jarWith("x=1; Path=/", "x=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT")(app.href)).toBeUndefined();
    expect(jarWith("x=1; Path=/", "x=; Path=/; Max-Age=-1")(app.href)).toBeUndefined();
  });
});
