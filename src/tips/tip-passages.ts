import { recordsFile } from '../notes/file-names.ts'
import { isMadeDetails } from '../notes/section.ts'
import type { Passage, Talk } from '../notes/talk.ts'
import { withoutBox } from '../notes/to-dos.ts'
import { sentencesOf } from '../text/sentences.ts'
import { readsAlone, saysLack } from './reads-alone.ts'

/** So that one long note does not fill most of the rotation. */
const maxTipsOfTalk = 6

/**
 * What of a talk can be a tip: its takeaways, the outermost bullets of them. Of a note without any, those bullets and
 * sentences that read well alone; none is better than half of one. The abstracts of imported schedules say what a talk
 * will be about, and nothing to take away.
 */
export function tipPassages(talk: Talk): readonly Passage[] {
  const takeaways = talk.takeaways.filter(({ form, depth }) => form === 'bullet' && depth === 0)
  if (takeaways.length > 0 || talk.file.endsWith(recordsFile))
    return takeaways
      .filter(({ text }) => !saysLack(text))
      .map((passage) => ({ ...passage, text: withoutBox(passage.text) }))
  const passages = talk.sections
    .filter((section) => !noSection.test(section.title) && !isMadeDetails(section) && !section.isTranscript)
    .flatMap((section) => section.passages)
  const found = [talk.summary, ...talk.takeaways, ...passages].flatMap((passage) =>
    standAlone(passage, talk.language),
  )
  return found.slice(0, maxTipsOfTalk)
}

/** What stands in these is for finding, not for keeping in mind. */
const noSection = new RegExp(
  [
    '^(?:links?|references?|resources|further reading|slides|video|code|questions?(?: and answers)?|q ?& ?a|',
    'agenda|outline|(?:table of )?contents|speakers?|about .*|bio|to-?do|credits|sponsors?|schedule|',
    'meta(?:data)?)$',
  ].join(''),
  'i',
)

function standAlone(passage: Passage, language: string): readonly Passage[] {
  if (passage.form === 'code' || passage.depth > 0) return []
  const text = passage.text.replace(/^\d+\.\s+/, '')
  if (passage.form === 'bullet') return readsAlone(text, language) ? [{ ...passage, text }] : []
  // Of a paragraph the first sentence that needs no other.
  const sentences = sentencesOf(text, language).map((range) => text.slice(...range))
  const sentence = sentences.find((one) => /[.!…。！]["”’)]?$/.test(one) && readsAlone(one, language))
  return sentence === undefined ? [] : [{ ...passage, text: sentence }]
}
