import { describe, expect, it } from 'vitest';
import { clampSplit, FIRST, preset, toggle, type Arrangement, type Block } from './blocks';

const open = (arrangement: Arrangement) => [...arrangement.open].sort().join(' ');
const after = (blocks: Block[], narrow = false) => blocks.reduce((arrangement, block) => toggle(arrangement, block, narrow), FIRST);

describe('the blocks of the work area', () => {
  it('begin with the video alone', () => {
    expect(open(FIRST)).toBe('video');
  });

  it('show the board large beside a small video, and the video again when it is closed', () => {
    const board = after(['board']);
    expect(open(board)).toBe('board video');
    expect(board.layout).toBe('board');
    expect(after(['board', 'board']).layout).toBe('video');
  });

  it('never leave the work area empty', () => {
    expect(open(after(['video']))).toBe('board');
    expect(open(after(['board', 'video', 'board']))).toBe('video');
  });

  it('stand one above the other at the side, on a phone one at a time', () => {
    expect(open(after(['people', 'chat']))).toBe('chat people video');
    expect(open(after(['people', 'chat'], true))).toBe('chat video');
  });

  it('follow a preset', () => {
    expect(open(preset(after(['chat']), 'beside'))).toBe('board chat video');
    expect(open(preset(after(['board']), 'video'))).toBe('video');
  });

  it('keep a part for each of two neighbours', () => {
    expect([clampSplit(3), clampSplit(55.4), clampSplit(99)]).toEqual([20, 55, 80]);
  });
});
