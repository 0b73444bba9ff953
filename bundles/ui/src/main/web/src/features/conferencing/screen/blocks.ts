/** The parts of the work area that can be shown and hidden. */
export type Block = 'video' | 'board' | 'people' | 'chat' | 'files';

export type Layout = 'video' | 'beside' | 'board';

export interface Arrangement {
  open: ReadonlySet<Block>;
  layout: Layout;
  /** How much of the width the left block has when two stand beside one another, in percent. */
  split: number;
}

export const SIDE: readonly Block[] = ['people', 'chat', 'files'];

export const FIRST: Arrangement = { open: new Set<Block>(['video']), layout: 'video', split: 50 };

const with_ = (open: ReadonlySet<Block>, block: Block): Set<Block> => new Set([...open, block]);
const without = (open: ReadonlySet<Block>, block: Block): Set<Block> => new Set([...open].filter((each) => each !== block));

/** Shows or hides a block. Something of the work area always stays; of the side, a phone shows one block at a time. */
export function toggle(arrangement: Arrangement, block: Block, narrow: boolean): Arrangement {
  const { open } = arrangement;
  if (open.has(block)) {
    const left = without(open, block);
    const empty = !left.has('video') && !left.has('board');
    const next = empty ? with_(left, block === 'board' ? 'video' : 'board') : left;
    return { ...arrangement, open: next, layout: next.has('board') ? (next.has('video') ? arrangement.layout : 'board') : 'video' };
  }
  const cleared = narrow && SIDE.includes(block) ? new Set([...open].filter((each) => !SIDE.includes(each))) : open;
  const next = with_(cleared, block);
  if (block === 'board') return { ...arrangement, open: next, layout: arrangement.layout === 'video' ? 'board' : arrangement.layout };
  return { ...arrangement, open: next };
}

/** A preset: which of the two is large. */
export function preset(arrangement: Arrangement, layout: Layout): Arrangement {
  const open = with_(arrangement.open, 'video');
  return { ...arrangement, layout, open: layout === 'video' ? without(open, 'board') : with_(open, 'board') };
}

export const clampSplit = (percent: number): number => Math.min(80, Math.max(20, Math.round(percent)));
