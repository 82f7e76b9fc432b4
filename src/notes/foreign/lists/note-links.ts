import { referencesIn, resolveReferences } from '../../../markup/reference-links.ts'

/**
 * The lines with a link to another note, or to the folder of one, as they are if the addresses of all links stand beside their words.
 * @param folder what the folder is called in which they stand
 */
export function linesToNotes(lines: readonly string[], folder: string): readonly string[] {
  const references = referencesIn(lines)
  return lines
    .map((line) => resolveReferences(line, references))
    .filter((line) => leadsToNote(line) || leadsToNoteOnline(line, folder))
}

function leadsToNote(line: string): boolean {
  const targets = line.replace(toNoteOfDay, ' ').matchAll(targetHere)
  return targets.some(([, target = '']) => noteTarget.test(target))
}

/**
 * The same by where the notes are published: `https://github.com/ada/notes/blob/main/oarconf/tides.md`, in `oarconf` or `notes`; or their
 * folders, if the line begins with it: `…/tree/main/oarconf/tides`. Further on it may be code.
 */
function leadsToNoteOnline(line: string, folder: string): boolean {
  const [, ofFolder = ''] = publishedFolder.exec(line) ?? []
  const ofNotes = [...line.matchAll(publishedNote)].map(([, path = '']) => path)
  return [ofFolder, ...ofNotes].some((path) => path.split('/').slice(0, -1).includes(folder))
}

const publishedNote =
  /\]\(<?https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([\w.-]{1,60}\/[\w.%/-]{1,300}\.(?:md|markdown|org|adoc|rst|txt))(?:#[^\s()]*)?>?\)/gi

const publishedFolder =
  /^[\s#*+>\d.-]{0,20}\[[^\]]{1,200}\]\(<?https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([\w.-]{1,60}\/[\w.-]{1,100}\/(?:-\/)?tree\/[^\s<>#]{1,300})>?\)\s*$/i

/** What a link leads to within the notes. */
const targetHere = /\]\((?!\w{1,20}:|#)([^()\s]{1,300})/g

const noteTarget = /\.(?:md|markdown|org|adoc|rst|txt)(?:#|$)|(?:^|\/)[^().\s/]+\/?$/i

/** `[2024-06-09](2024-06-09)`: a day says nothing of what was spoken on, and nor need what it leads to. */
const toNoteOfDay = /\[(?:19|20)\d\d[-/.]\d\d[-/.]\d\d\]\((?!\w+:)[^()\s]*\)/g
