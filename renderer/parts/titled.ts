import { createContext } from 'react';

/** The title of the part or of the dialog that one stands in: a table that bears the same says it no more. */
export const Titled = createContext<string | null>(null);
