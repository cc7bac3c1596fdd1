/** A standard question by Apollo Client. In React, give the same document and variables to `useQuery`. */
import {
  ApolloClient,
  gql,
  HttpLink,
  InMemoryCache,
  type OperationVariables,
  type TypedDocumentNode,
} from "@apollo/client";
import type { TypedDocument } from "standpoint-client";
import { whereDoStatesStand } from "standpoint-client/questions/where-do-states-stand";

/** The document as Apollo Client takes it, with the same types. */
const parsed = <Result, Variables extends OperationVariables>(
  document: TypedDocument<Result, Variables>,
): TypedDocumentNode<Result, Variables> => gql(document.toString());

/** The actors with a stance on a proposal, and their stances. */
export async function stancesOn(url: string, slug: string): Promise<string[]> {
  const client = new ApolloClient({ link: new HttpLink({ uri: `${url}/graphql` }), cache: new InMemoryCache() });
  const { data } = await client.query({ query: parsed(whereDoStatesStand), variables: { slug } });
  client.stop();
  return data?.proposal?.positions.nodes.map(({ holder, stance }) => `${holder.name}: ${stance}`) ?? [];
}
