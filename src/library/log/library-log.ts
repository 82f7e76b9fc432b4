/** Hears what people should know about the notes, a line at a time. */
export type LibraryLog = Readonly<Record<'info' | 'warn', (line: string) => void>>
