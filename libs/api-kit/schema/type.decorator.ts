import { ObjectType } from 'type-graphql';

/** An object type of the contract. Its plain fields are read straight off the row: no resolver stands between. */
export const Type = (name: string, description: string): ClassDecorator =>
  ObjectType(name, { description, simpleResolvers: true });
