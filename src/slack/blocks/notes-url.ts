/** Where a line of a note can be read; undefined if no link can lead there. */
export type NotesUrl = (file: string, line: number) => string | undefined

/** Longer addresses are no links. */
const maxUrl = 1_000

/**
 * @param template with `{path}`, the file's path within the folder of notes, and perhaps `{line}`
 * @param folder the folder of notes, as the files of talks begin
 * @example createNotesUrl('https://x.example/{path}#L{line}', 'corpus')('corpus/a/b c.md', 7) // => 'https://x.example/a/b%20c.md#L7'
 */
export function createNotesUrl(template: string, folder: string): NotesUrl {
  return (file, line) => {
    const path = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
    const url = template.replaceAll('{path}', encoded(path)).replaceAll('{line}', String(line))
    return url.length <= maxUrl ? url : undefined
  }
}

/** Nothing in it may end the link, its address, or stand for something in the template. */
function encoded(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
}
