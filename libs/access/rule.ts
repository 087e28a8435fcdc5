import { type Actor } from './actor';
import { AUDIENCES, type Audience } from './audience';
import { always, compileCheck, type Check, type Condition, columnsOf } from './condition';

/** Which audiences may ever see or do something, each with the condition that must hold for the row at hand. */
export type Grants = Readonly<Partial<Record<Audience, Condition>>>;

/** A named rule of the policy. Its name reads `noun:verb`. */
export interface Rule {
  readonly name: string;
  readonly grants: Grants;
}

const checks = new WeakMap<Rule, Map<Audience, Check>>();

/**
 * Declares a rule: either a plain list of audiences (their view settles it, no check at run time),
 * or one condition per audience over the row's own columns.
 */
export function rule(name: `${string}:${string}`, grants: readonly Audience[] | Grants): Rule {
  const entries = Array.isArray(grants) ? grants.map((audience: Audience) => [audience, always] as const) : null;
  return { name, grants: entries ? Object.fromEntries(entries) : (grants as Grants) };
}

/** Gives every listed audience the same condition. */
export function grant(audiences: readonly Audience[], condition: Condition = always): Grants {
  return Object.fromEntries(audiences.map((audience) => [audience, condition]));
}

/** Whether the audience may ever see or do it: what decides the view. */
export function mayEver(of: Rule, audience: Audience): boolean {
  return of.grants[audience] !== undefined && of.grants[audience].op !== 'never';
}

/** The condition still to be checked on the row for this audience; null where the view alone settles it. */
export function conditionFor(of: Rule, audience: Audience): Condition | null {
  const condition = of.grants[audience];
  return condition === undefined || condition.op === 'always' ? null : condition;
}

/** Whether this actor may see or do it with this row. Pure and synchronous. */
export function may(of: Rule, who: Actor, row: object = {}): boolean {
  if (!mayEver(of, who.audience)) return false;
  let compiled = checks.get(of);
  if (!compiled) {
    compiled = new Map();
    for (const audience of AUDIENCES) {
      const condition = of.grants[audience];
      if (condition) compiled.set(audience, compileCheck(condition));
    }
    checks.set(of, compiled);
  }
  return compiled.get(who.audience)?.(who, row as Record<string, unknown>) ?? false;
}

/** The columns a rule reads over all audiences: a row without one of them would fail closed by mistake. */
export function columnsOfRule(of: Rule): readonly string[] {
  return [...new Set(Object.values(of.grants).flatMap(columnsOf))];
}
