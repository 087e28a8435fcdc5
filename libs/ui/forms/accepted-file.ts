/** Why a file cannot be taken, before it is sent; null when it can. The server looks again, at the content. */
export function refusal(
  file: { name: string; type: string; size: number },
  accept: string,
  maxBytes: number,
): 'wrongType' | 'tooLarge' | null {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase());
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  const fits = kinds.some((kind) =>
    kind.startsWith('.')
      ? name.endsWith(kind)
      : kind.endsWith('/*')
        ? type.startsWith(kind.slice(0, -1))
        : type === kind || (type === '' && name.endsWith(`.${kind.split('/').at(-1)}`)),
  );
  if (!fits) return 'wrongType';
  return file.size > maxBytes ? 'tooLarge' : null;
}

/** The accepted kinds as one says them: "PDF, JPEG, PNG". */
export function kindsInWords(accept: string): string {
  const words = accept.split(',').map((kind) => {
    const word = kind.trim().replace(/^\./, '').split('/').at(-1) ?? '';
    return word
      .replace('jpg', 'jpeg')
      .replace(/^.*spreadsheetml.*$/, 'xlsx')
      .toUpperCase();
  });
  return [...new Set(words)].join(', ');
}
