import type { Passage, Section } from './talk.ts'

/** A section as its title and passages make it. */
export function sectionOf(title: string, line: number, passages: readonly Passage[]): Section {
  return { title, line, passages, ...(transcript.test(title.trim()) && { isTranscript: true }) }
}

/** Below it stands what tells of a talk and is no part of what was said. */
export const detailsTitle = 'Details'

/** Whether a section is such a one that nobody has typed: it stands where the first of what it holds does. */
export const isMadeDetails = ({ title, line, passages }: Section): boolean =>
  title === detailsTitle && passages[0]?.line === line

/** What stands in the place of a summary that there is not. */
export const noSummary = (line: number): Passage => ({ form: 'paragraph', text: '', line, depth: 0 })

const transcript = new RegExp(
  [
    '^(?:(?:full|video|audio|raw|auto(?:matic(?:ally)?)?(?:[- ]generated)?|generated|youtube|talk|session)',
    String.raw`\s+)*(?:transcripts?|transcription|captions?|closed captions?|subtitles)(?:\s*\(.*\))?:?$`,
  ].join(''),
  'i',
)
