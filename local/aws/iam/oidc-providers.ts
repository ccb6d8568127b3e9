import type * as sdk from "@aws-sdk/client-iam";
import type { Aws } from "../aws.js";
import { AwsError } from "../errors.js";
import { putTags, tagList } from "./role.js";

interface Provider {
  /** Without `https://`, as IAM gives it back. */
  readonly url: string;
  readonly createDate: Date;
  clientIds: string[];
  thumbprints: string[];
  readonly tags: Map<string, string>;
}

/** Identity providers whose tokens a trust policy may accept, by ARN. */
export class OidcProviders {
  readonly #aws: Aws;
  readonly #providers = new Map<string, Provider>();

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  create(input: sdk.CreateOpenIDConnectProviderRequest): sdk.CreateOpenIDConnectProviderResponse {
    const { Url = "", ClientIDList = [], ThumbprintList = [], Tags = [] } = input;
    if (!/^https:\/\/[^\s?#]{1,247}$/.test(Url))
      throw new AwsError("ValidationError", "Invalid Open ID Connect Provider URL");
    const { partition, accountId, clock } = this.#aws;
    const url = Url.slice("https://".length);
    const arn = `arn:${partition}:iam::${accountId}:oidc-provider/${url}`;
    if (this.#providers.has(arn))
      throw new AwsError("EntityAlreadyExists", `Provider with url ${Url} already exists.`, { statusCode: 409 });
    const tags = new Map<string, string>();
    putTags(tags, Tags);
    const provider = { url, createDate: clock.now(), clientIds: [], thumbprints: [], tags };
    setClientIds(provider, ClientIDList);
    setThumbprints(provider, ThumbprintList);
    this.#providers.set(arn, provider);
    return { OpenIDConnectProviderArn: arn, Tags: tagList(tags) };
  }

  /** By the issuer's address as it stands in its tokens. */
  find(issuer: string): { arn: string; clientIds: readonly string[] } | undefined {
    const found = [...this.#providers].find(([, { url }]) => `https://${url}` === issuer);
    return found && { arn: found[0], clientIds: found[1].clientIds };
  }

  describe(arn: string): sdk.GetOpenIDConnectProviderResponse {
    const { url, createDate, clientIds, thumbprints, tags } = this.#get(arn);
    return {
      Url: url,
      CreateDate: createDate,
      ClientIDList: [...clientIds],
      ThumbprintList: [...thumbprints],
      Tags: tagList(tags),
    };
  }

  list(): sdk.ListOpenIDConnectProvidersResponse {
    return { OpenIDConnectProviderList: [...this.#providers.keys()].map((Arn) => ({ Arn })) };
  }

  addClientId(arn: string, id: string): void {
    const provider = this.#get(arn);
    if (!provider.clientIds.includes(id)) setClientIds(provider, [...provider.clientIds, id]);
  }

  removeClientId(arn: string, id: string): void {
    const provider = this.#get(arn);
    provider.clientIds = provider.clientIds.filter((each) => each !== id);
  }

  putThumbprints(arn: string, thumbprints: readonly string[]): void {
    setThumbprints(this.#get(arn), thumbprints);
  }

  tag(arn: string, tags: readonly sdk.Tag[]): void {
    putTags(this.#get(arn).tags, tags);
  }

  untag(arn: string, keys: readonly string[]): void {
    const { tags } = this.#get(arn);
    for (const key of keys) tags.delete(key);
  }

  delete(arn: string): void {
    this.#get(arn);
    this.#providers.delete(arn);
  }

  snapshot(): object {
    return [...this.#providers.keys()];
  }

  #get(arn: string): Provider {
    const provider = this.#providers.get(arn);
    if (provider === undefined)
      throw new AwsError("NoSuchEntity", `OpenIDConnect Provider not found for arn ${arn}`, { statusCode: 404 });
    return provider;
  }
}

function setClientIds(provider: Provider, ids: readonly string[]): void {
  if (ids.length > 100)
    throw new AwsError("LimitExceeded", "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
  provider.clientIds = [...ids];
}

function setThumbprints(provider: Provider, thumbprints: readonly string[]): void {
  if (thumbprints.length > 5 || thumbprints.some((each) => !/^[0-9a-fA-F]{40}$/.test(each)))
    throw new AwsError("InvalidInput", "Thumbprint list must contain fewer than 5 entries of 40 hexadecimal digits.");
  provider.thumbprints = [...thumbprints];
}
