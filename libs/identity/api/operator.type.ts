import { policy } from '@softmob/access';
import { Access, connectionOf, Moment, type OutboxMessage, Type } from '@softmob/api-kit';
import { Field, ID, Int } from 'type-graphql';

const { operate } = policy.identity;

@Type('OutboxMessage', 'An e-mail in the local outbox: while no SMTP server is set, nothing leaves the machine.')
export class OutboxMessageType implements OutboxMessage {
  @Access(operate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(operate)
  @Field(() => String, { description: 'Address it would have gone to.' })
  recipient!: string;

  @Access(operate)
  @Field(() => String, { description: 'Subject.' })
  subject!: string;

  @Access(operate)
  @Field(() => String, { description: 'The whole message as it would go over the wire, RFC 5322.' })
  raw!: string;

  @Access(operate)
  @Field(() => String, { description: 'Its HTML part.' })
  html!: string;

  @Access(operate)
  @Field(() => String, { description: 'Its plain text part.' })
  text!: string;

  @Access(operate)
  @Field(() => Moment, { description: 'When it was sent.' })
  sentAt!: Date;
}

@Type('ClockState', 'Business time of a demo.')
export class ClockState {
  @Access(operate)
  @Field(() => Int, { description: 'Days by which business time runs ahead of real time (negative: behind).' })
  offsetDays!: number;

  @Access(operate)
  @Field(() => Moment, { description: 'Business time now.' })
  now!: Date;
}

export const OutboxConnection = connectionOf(OutboxMessageType, 'OutboxMessage', operate);
