import { type Rule } from '@softmob/access';
import { Extensions } from 'type-graphql';

/** The key under which a field's rule travels in its schema extensions. */
export const ACCESS = 'access';

/**
 * States who may ever see this field, or run this query or mutation. Every field needs one: without it the server
 * does not start. The rule is stored as an extension which the views are derived from; nothing runs per field.
 */
export const Access = (rule: Rule): PropertyDecorator & MethodDecorator =>
  Extensions({ [ACCESS]: rule }) as PropertyDecorator & MethodDecorator;
