import { createContext, type ReactNode } from 'react';

/** What stands below a field, by its name. A context of its own: the form compares what it is given without looking at functions, and would show old notes. */
export const Notes = createContext<((name: string) => ReactNode) | undefined>(undefined);
