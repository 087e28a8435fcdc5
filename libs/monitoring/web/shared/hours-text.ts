/** Hours as one says them: whole ones without a decimal. */
export function hoursText(format: { number: (value: number, digits?: number) => string }, hours: number): string {
  return format.number(hours, Number.isInteger(hours) ? 0 : 1);
}
