import { policy, type Rule } from '@softmob/access';
import { Field, Int } from 'type-graphql';
import { type Page } from '../data/read';
import { Access } from './access.decorator';
import { Type } from './type.decorator';

/** Where a page ends. */
@Type('PageInfo', 'Where a page ends and whether more follows.')
export class PageInfo {
  @Access(policy.identity.readSelf)
  @Field(() => Boolean, { description: 'Whether more rows follow this page.' })
  hasNextPage!: boolean;

  @Access(policy.identity.readSelf)
  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` to get the next page; null for an empty page.',
  })
  endCursor!: string | null;
}

/** A Relay connection of a type, readable by those whom the rule names. */
export function connectionOf<Node extends object>(node: new () => Node, name: string, rule: Rule) {
  @Type(`${name}Edge`, `One row of a page of ${name}.`)
  class Edge {
    @Access(rule)
    @Field(() => node, { description: 'The row.' })
    node!: Node;

    @Access(rule)
    @Field(() => String, { description: 'The cursor of this row.' })
    cursor!: string;
  }

  @Type(`${name}Connection`, `A page of ${name}, in keyset paging.`)
  class Connection {
    @Access(rule)
    @Field(() => [Edge], { description: 'Rows with their cursors.' })
    edges!: readonly Edge[];

    @Access(rule)
    @Field(() => [node], { description: 'The rows alone.' })
    nodes!: readonly Node[];

    @Access(rule)
    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;

    @Access(rule)
    @Field(() => Int, { simple: false, description: 'How many rows the whole list has; counted only when asked for.' })
    totalCount(): Promise<number> {
      return (this as unknown as Page<object>).countTotal();
    }
  }
  return Connection;
}
