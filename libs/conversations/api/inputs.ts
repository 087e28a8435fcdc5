import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What a new conversation is about, and who takes part.' })
export class ThreadWishInput {
  @Field(() => String, { description: 'mobility, placement, flow or organisation.' })
  kind!: string;

  @Field(() => ID, { description: 'The mobility, placement, flow or organisation.' })
  subjectId!: string;

  @Field(() => [String], {
    description: 'The roles that take part beside the school’s coordinators, such as participant and hostCoordinator.',
  })
  circle!: string[];
}

@InputType({ description: 'A message: to a conversation that exists, or to one that begins with it.' })
export class SendMessageInput {
  @Field(() => ID, { nullable: true, description: 'The conversation.' })
  threadId!: string | null;

  @Field(() => ThreadWishInput, { nullable: true, description: 'A new conversation, or the same one as before.' })
  to!: ThreadWishInput | null;

  @Field(() => String, { description: 'Plain text, up to 4,000 characters; empty only with a file.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Memberships of the conversation that are mentioned.' })
  mentions!: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Up to 5 own files that were uploaded before.' })
  fileIds!: string[] | null;
}

@InputType({ description: 'A message to everybody of a flow.' })
export class SendToFlowInput {
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Field(() => [String], { description: 'The roles that get it, such as participant and guardian.' })
  circle!: string[];

  @Field(() => String, { description: 'Plain text, up to 4,000 characters; empty only with a file.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Up to 5 own files that were uploaded before.' })
  fileIds!: string[] | null;
}

@InputType({ description: 'Which conversations to list.' })
export class ThreadFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Only those with something unread.' })
  unread!: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this flow.' })
  flowId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only those between the reader’s organisation and this one as a whole, about no flow or learner.',
  })
  organisationId!: string | null;
}
