import { type Block } from '@softmob/paperwork-model';
import { emptyBlock, freeKey, insertAt, moveBlock } from './template-draft';

const block = (key: string): Block => ({ key, type: 'paragraph', text: key });
describe('the draft of a document template', () => {
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
