interface Step {
  readonly closesOn: string | null;
  readonly flow: { readonly id: string };
}

/** Where the host does the thing itself, for what closes by itself. */
export function taskPlace({ closesOn, flow }: Step): string | null {
  if (closesOn?.startsWith('placement.')) return `/requests?flow=${flow.id}`;
  return closesOn?.startsWith('agreement.') ? '/agreements' : null;
}
