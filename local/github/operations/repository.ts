import { GitHubError, notFound } from "../errors.js";
import type { Operations } from "../operation.js";
import { commitView, fullRepositoryView, nodeId, repositoryUrl } from "../views.js";

/**
 * https://docs.github.com/en/rest/repos/repos, https://docs.github.com/en/rest/branches/branches,
 * https://docs.github.com/en/rest/git/refs and https://docs.github.com/en/rest/rate-limit
 */
export const repositories: Operations = {
  "repos/get": {
    permissions: ["metadata=read"],
    answer: ({ github, repository }) => ({ status: 200, body: fullRepositoryView(repository, github.addresses) }),
  },
  "repos/get-branch": {
    permissions: ["contents=read"],
    answer: ({ github, repository, parameters }) => {
      const name = String(parameters.branch);
      const commit = repository.commits.get(repository.branches.get(name) ?? "");
      if (commit === undefined) throw new GitHubError(404, "Branch not found");
      const self = `${repositoryUrl(repository, github.addresses)}/branches/${encodeURIComponent(name)}`;
      return {
        status: 200,
        body: {
          name,
          commit: commitView(commit, repository, github.addresses),
          _links: { self, html: `${github.addresses.web}/${repository.owner.login}/${repository.name}/tree/${name}` },
          protected: false,
          protection: {
            enabled: false,
            required_status_checks: { enforcement_level: "off", contexts: [], checks: [] },
          },
          protection_url: `${self}/protection`,
        },
      };
    },
  },
  "git/get-ref": {
    permissions: ["contents=read"],
    answer: ({ github, repository, parameters }) => {
      const ref = String(parameters.ref);
      const sha = repository.branches.get(/^heads\/(.+)$/.exec(ref)?.[1] ?? "");
      if (sha === undefined) throw notFound();
      const url = repositoryUrl(repository, github.addresses);
      return {
        status: 200,
        body: {
          ref: `refs/${ref}`,
          node_id: nodeId("REF", `${repository.id} ${ref}`),
          url: `${url}/git/refs/${ref}`,
          object: { type: "commit", sha, url: `${url}/git/commits/${sha}` },
        },
      };
    },
  },
  "rate-limit/get": {
    permissions: [],
    answer: ({ github, token = github.nobody }) => {
      const seconds = Math.floor(token.reset.getTime() / 1000);
      const rate = { limit: token.limit, used: token.used, remaining: token.limit - token.used, reset: seconds };
      const search = { limit: 30, used: 0, remaining: 30, reset: seconds };
      return { status: 200, body: { resources: { core: rate, search }, rate } };
    },
  },
};
