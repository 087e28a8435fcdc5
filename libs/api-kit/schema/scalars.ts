import { GraphQLScalarType } from 'graphql';
import { invalid } from '../errors';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function toDay(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw invalid('', 'DATE_INVALID', 'A date reads yyyy-mm-dd and must exist.');
}

/** A calendar day without time zone. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day without a time zone, ISO 8601: yyyy-mm-dd.',
  serialize: (value) => value as string,
  parseValue: toDay,
  parseLiteral: (node) => toDay('value' in node ? node.value : null),
});

/** A moment in time. */
export const Moment = new GraphQLScalarType<Date, string>({
  name: 'Moment',
  description: 'A moment in time, ISO 8601 in UTC: yyyy-mm-ddThh:mm:ss.sssZ.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(value as string).toISOString()),
  parseValue(value) {
    const date = new Date(value as string);
    if (Number.isNaN(date.getTime())) throw invalid('', 'MOMENT_INVALID', 'A moment reads yyyy-mm-ddThh:mm:ssZ.');
    return date;
  },
});
