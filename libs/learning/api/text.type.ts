import { policy } from '@softmob/access';
import { Access, Type } from '@softmob/api-kit';
import { type LocalText } from '@softmob/learning-model';
import { Field, InputType } from 'type-graphql';

const { readLearning } = policy.learning;

/** A text in each language. */
@Type('LocalText', 'A text in each language; an empty one means that it was written in the other only.')
export class LocalTextType implements LocalText {
  @Access(readLearning)
  @Field(() => String, { description: 'English.' })
  en!: string;

  @Access(readLearning)
  @Field(() => String, { description: 'Italian.' })
  it!: string;
}

@InputType({ description: 'A text in each language; leave the one empty that was not written.' })
export class LocalTextInput implements LocalText {
  @Field(() => String, { description: 'English.' })
  en!: string;

  @Field(() => String, { description: 'Italian.' })
  it!: string;
}
