import { policy } from '@softmob/access';
import { Field } from 'type-graphql';
import { Access } from './access.decorator';
import { Type } from './type.decorator';

/** The answer of a mutation that has nothing else to show. */
@Type('Receipt', 'The answer of a mutation that has nothing else to show.')
export class Receipt {
  @Access(policy.identity.readReceipt)
  @Field(() => Boolean, { description: 'Always true: what went wrong is an error.' })
  ok!: boolean;
}

export const DONE: Receipt = { ok: true };
