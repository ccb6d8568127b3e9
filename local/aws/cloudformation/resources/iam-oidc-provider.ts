import type { Tag } from "@aws-sdk/client-iam";
import type { ResourceHandler } from "../resource-handler.js";
import { present, unlessGone } from "./answers.js";

interface Properties {
  Url?: string;
  ClientIdList?: string[];
  ThumbprintList?: string[];
  Tags?: Tag[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html */
export const oidcProvider: ResourceHandler<Properties> = {
  supports: ["Url", "ClientIdList", "ThumbprintList", "Tags"],
  async create({ ClientIdList, ...rest }, { aws, started }) {
    const { OpenIDConnectProviderArn } = await aws.iam.CreateOpenIDConnectProvider({
      Url: undefined,
      ...rest,
      ...(ClientIdList && { ClientIDList: ClientIdList }),
    });
    const physicalId = present(OpenIDConnectProviderArn, "OpenIDConnectProviderArn");
    started(physicalId);
    return { physicalId, attributes: { Arn: physicalId } };
  },
  async update({ physicalId: OpenIDConnectProviderArn, attributes }, next, { aws: { iam } }) {
    const { ClientIdList = [], ThumbprintList = [], Tags = [] } = next;
    const current = await iam.GetOpenIDConnectProvider({ OpenIDConnectProviderArn });
    for (const ClientID of ClientIdList)
      await iam.AddClientIDToOpenIDConnectProvider({ OpenIDConnectProviderArn, ClientID });
    for (const ClientID of current.ClientIDList ?? [])
      if (!ClientIdList.includes(ClientID))
        await iam.RemoveClientIDFromOpenIDConnectProvider({ OpenIDConnectProviderArn, ClientID });
    await iam.UpdateOpenIDConnectProviderThumbprint({ OpenIDConnectProviderArn, ThumbprintList });
    const gone = (current.Tags ?? []).flatMap(({ Key }) => (Key && !Tags.some((tag) => tag.Key === Key) ? [Key] : []));
    if (gone.length > 0) await iam.UntagOpenIDConnectProvider({ OpenIDConnectProviderArn, TagKeys: gone });
    if (Tags.length > 0) await iam.TagOpenIDConnectProvider({ OpenIDConnectProviderArn, Tags });
    return attributes;
  },
  async delete({ physicalId: OpenIDConnectProviderArn }, { aws }) {
    await unlessGone(() => aws.iam.DeleteOpenIDConnectProvider({ OpenIDConnectProviderArn }));
  },
};
