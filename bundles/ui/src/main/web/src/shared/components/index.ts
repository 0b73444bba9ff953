export { DataList, type Column } from './DataList';
export { DateTime } from './DateTime';
export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { LoadingRows } from './LoadingRows';
export { PageHeader } from './PageHeader';
export { SearchBox } from './SearchBox';
export { StateChip, type Tone } from './StateChip';
