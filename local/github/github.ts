import { createHash, randomBytes } from "node:crypto";
import { type Clock, createClock } from "../aws/clock.js";
import { IdTokens } from "./id-tokens.js";
import {
  type Account,
  type Commit,
  fullName,
  type Permissions,
  type PullRequest,
  type Repository,
  type Token,
} from "./model.js";
import type { Addresses } from "./views.js";

/** Who acts for a workflow's GITHUB_TOKEN, on every GitHub.com. */
export const GITHUB_ACTIONS: Account = { login: "github-actions[bot]", id: 41898282, type: "Bot" };

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: GITHUB_TOKEN, a user, nobody. */
const RATE_LIMITS = { workflow: 1_000, user: 5_000, nobody: 60 };

/** Everything that a local GitHub holds, in memory. What people do to it is in people.ts, what the API does in operations/. */
export class GitHub {
  readonly clock: Clock;
  /** By full name in lower case: GitHub's names are not case-sensitive. */
  readonly repositories = new Map<string, Repository>();
  readonly tokens = new Map<string, Token>();
  readonly idTokens = new IdTokens();
  readonly #accounts = new Map<string, Account>();
  readonly #nobody: Token;
  #addresses: Addresses = { api: "", web: "https://github.com" };
  #lastId = 2_000_000_000;

  constructor({ speed = 1 }: { speed?: number } = {}) {
    this.clock = createClock(speed);
    this.#nobody = this.#newToken({ login: "", id: 0, type: "User" }, new Map(), RATE_LIMITS.nobody);
    this.#accounts.set(GITHUB_ACTIONS.login, GITHUB_ACTIONS);
  }

  get addresses(): Addresses {
    return this.#addresses;
  }

  servedAt(api: string): void {
    this.#addresses = { ...this.#addresses, api };
  }

  /** Ids are whole numbers that only grow, as GitHub's do: a later deployment has a greater one. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  repository(name: string): Repository | undefined {
    return this.repositories.get(name.toLowerCase());
  }

  account(login: string, { id, type = "User" }: { id?: number; type?: Account["type"] } = {}): Account {
    const known = this.#accounts.get(login);
    if (known) return known;
    const made: Account = { login, id: id ?? this.nextId(), type: login.endsWith("[bot]") ? "Bot" : type };
    this.#accounts.set(login, made);
    return made;
  }

  /** A token of an account; of github-actions[bot], as a workflow's GITHUB_TOKEN is, without one. */
  createToken(permissions: Permissions, repositories: readonly Repository[], account = GITHUB_ACTIONS): Token {
    const levels: Permissions = { metadata: "read", ...permissions };
    const names = repositories.map((repository): [string, Permissions] => [fullName(repository).toLowerCase(), levels]);
    const limit = account.type === "Bot" ? RATE_LIMITS.workflow : RATE_LIMITS.user;
    const token = this.#newToken(account, new Map(names), limit);
    this.tokens.set(token.token, token);
    return token;
  }

  /** Whose rate limit counts for requests without a token. */
  get nobody(): Token {
    return this.#nobody;
  }

  #newToken(account: Account, repositories: Token["repositories"], limit: number): Token {
    const token = `${account.type === "Bot" ? "ghs" : "ghp"}_${randomBytes(18).toString("hex")}`;
    return { token, account, repositories, limit, used: 0, reset: new Date(Date.now() + 3_600_000) };
  }

  /** A new commit on top of others; `branch` then points at it. */
  commit(
    repository: Repository,
    {
      branch,
      parents,
      message,
      author,
      sha = this.#newSha(repository),
    }: { branch?: string; parents: readonly string[]; message: string; author: Account; sha?: string | undefined },
  ): Commit {
    const date = this.clock.now();
    const commit: Commit = { sha, parents, message, author, date };
    repository.commits.set(sha, commit);
    if (branch !== undefined) {
      repository.branches.set(branch, sha);
      repository.pushedAt = date;
    }
    return commit;
  }

  #newSha({ id }: Repository): string {
    return createHash("sha1").update(`${id} ${this.nextId()}`).digest("hex");
  }

  /** A branch has moved: pull requests from it follow. Gives back those that did, with the head they had. */
  follow(headRepository: Repository, branch: string): { pull: PullRequest; repository: Repository; before: string }[] {
    const sha = headRepository.branches.get(branch);
    const moved: { pull: PullRequest; repository: Repository; before: string }[] = [];
    for (const repository of this.repositories.values()) {
      for (const pull of repository.pullRequests.values()) {
        const { head } = pull;
        if (pull.state !== "open" || head.repository !== headRepository || head.ref !== branch) continue;
        if (sha === undefined || head.sha === sha) continue;
        moved.push({ pull, repository, before: head.sha });
        // The base repository knows the commits of a fork's pull request too.
        for (const [each, commit] of headRepository.commits) repository.commits.set(each, commit);
        pull.previousHead = head.sha;
        head.sha = sha;
        pull.updatedAt = this.clock.now();
      }
    }
    return moved;
  }
}
