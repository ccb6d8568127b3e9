import { readServeOptions } from "../../../local/serve/options.js";

describe("the options of npm run local", () => {
  it("have defaults for all", () => {
    expect(readServeOptions([])).toEqual({ port: 0, speed: 60, region: "eu-west-1", zone: "example.com", seed: 1 });
  });

  it("are read from the command line", () => {
    const args =
      "--port 4566 --speed 0.5 --region us-gov-west-1 --zone Example.ORG. --seed 7 --env-file /tmp/env --faults /tmp/faults --throttle";
    expect(readServeOptions(args.split(" "))).toEqual({
      port: 4566,
      speed: 0.5,
      region: "us-gov-west-1",
      zone: "example.org",
      seed: 7,
      envFile: "/tmp/env",
      faultsFile: "/tmp/faults",
      throttle: true,
    });
  });

  it("are refused all at once, each with what to write", () => {
    const args = "--port 65536 --speed 0 --region Ireland --zone localhost --seed x".split(" ");
    expect(() => readServeOptions(args)).toThrow(
      [
        "--port 65536: a whole number from 0 to 65535",
        "--speed 0: a number above 0, such as 60",
        "--region Ireland: an AWS region, such as eu-west-1",
        "--zone localhost: a domain name, such as example.com",
        "--seed x: a whole number from 0 to 4294967295",
      ].join("\n"),
    );
  });

  it.each(["--speeed", "extra"])("do not include %s", (argument) => {
    expect(() => readServeOptions([argument])).toThrow(argument);
  });
});
