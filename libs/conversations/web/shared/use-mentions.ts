import { type KeyboardEvent, type RefObject, useId, useState } from 'react';

export interface Mentionable {
  membershipId: string;
  name: string;
  role: string;
}

const MOST = 6;
/** The beginning of a name after an @ at the beginning of a word, up to where one types. */
const STARTED = /(?:^|\s)@([\p{L}\p{N} .'’-]{0,40})$/u;

/** Choosing somebody of the conversation while typing: arrows move, Enter or Tab takes, Escape leaves. */
export function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  people: readonly Mentionable[],
  text: string,
  onText: (text: string) => void,
) {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const before = caret === null ? '' : text.slice(0, caret);
  const started = STARTED.exec(before)?.[1]?.toLocaleLowerCase();
  const offered =
    started === undefined
      ? []
      : people
          .filter(({ name }) => name.toLocaleLowerCase().includes(started) && name.toLocaleLowerCase() !== started)
          .slice(0, MOST);
  const chosen = offered[Math.min(at, offered.length - 1)];

  const take = ({ name }: Mentionable) => {
    const from = before.length - (started ?? '').length;
    const next = `${text.slice(0, from)}${name} ${text.slice(before.length)}`;
    onText(next);
    setCaret(null);
    setAt(0);
    const end = from + name.length + 1;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(end, end);
    });
  };

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!chosen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, offered.length - 1) + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setCaret(null);
    else return false;
    event.preventDefault();
    return true;
  };
  const optionId = (one: Mentionable) => `${listId}-${one.membershipId}`;
  return {
    listId,
    offered,
    chosen,
    optionId,
    take,
    onKeyDown,
    follow: () => setCaret(field.current?.selectionStart ?? null),
    leave: () => setCaret(null),
  };
}

/** Those of the conversation whose name stands in the text after an @. */
export function mentionedIn(text: string, people: readonly Mentionable[]): string[] {
  return people.filter(({ name }) => text.includes(`@${name}`)).map(({ membershipId }) => membershipId);
}
