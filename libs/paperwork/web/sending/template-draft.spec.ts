import { type Block } from '@softmob/paperwork-model';
import { draftReducer, type Drafting, emptyBlock, freeKey, insertAt, moveBlock } from './template-draft';

const block = (key: string): Block => ({ key, type: 'paragraph', text: key });
const named = (nameEn: string) => ({
  nameEn,
  nameIt: 'Lettera',
  content: { sheets: { en: null, it: null }, readers: { participant: true, host: false }, logo: null },
});

describe('the draft of a document template', () => {
  it('can be undone and done again, typing as one change', () => {
    const start: Drafting = { past: [], present: named('L'), future: [] };
    const typed = draftReducer(draftReducer(start, { do: 'change', to: named('Le') }), {
      do: 'change',
      to: named('Letter'),
      joins: true,
    });
    const undone = draftReducer(typed, { do: 'undo' });
    expect(undone.present.nameEn).toBe('L');
    expect(draftReducer(undone, { do: 'redo' }).present.nameEn).toBe('Letter');
    expect(draftReducer(undone, { do: 'undo' })).toBe(undone);
  });

  it('moves blocks within their sheet and never beyond', () => {
    const blocks = ['a', 'b', 'c'].map(block);
    expect(moveBlock(blocks, 'c', -1).map(({ key }) => key)).toEqual(['a', 'c', 'b']);
    expect(moveBlock(blocks, 'a', -1)).toEqual(blocks);
    expect(moveBlock(blocks, 'c', 1)).toEqual(blocks);
  });

  it('gives a new block a key of its own', () => {
    const blocks = [emptyBlock('list', 'list-2')];
    expect(freeKey(blocks, 'list')).toBe('list-3');
    expect(freeKey([...blocks, block('a')], 'pageBreak')).toBe('pagebreak-3');
  });

  it('puts a placeholder where the cursor is', () => {
    expect(insertAt('Dear !', 5, 5, 'participant.firstName')).toBe('Dear {{participant.firstName}}!');
    expect(insertAt('Dear X!', 5, 6, 'host.name')).toBe('Dear {{host.name}}!');
    expect(insertAt('Dear ', null, null, 'host.name')).toBe('Dear {{host.name}}');
  });
});
