/**
 * The page that was asked for, and GitHub's `Link` header for it.
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function pageOf(
  list: readonly unknown[],
  { page, perPage, url }: { page: number; perPage: number; url: URL },
): { body: readonly unknown[]; link: string | undefined } {
  const last = Math.max(1, Math.ceil(list.length / perPage));
  const links: string[] = [];
  const add = (to: number, rel: string) => {
    const at = new URL(url);
    at.searchParams.set("page", String(to));
    links.push(`<${at}>; rel="${rel}"`);
  };
  if (page > 1) add(Math.min(page - 1, last), "prev");
  if (page < last) {
    add(page + 1, "next");
    add(last, "last");
  }
  if (page > 1) add(1, "first");
  return {
    body: list.slice((page - 1) * perPage, page * perPage),
    link: links.length > 0 ? links.join(", ") : undefined,
  };
}
