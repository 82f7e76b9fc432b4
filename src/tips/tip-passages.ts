import { recordsFile } from '../notes/file-names.ts'
import type { Passage, Talk } from '../notes/talk.ts'

/** A tip is a sentence or two: shorter ones say too little by themselves, in characters. */
const minLength = 40
const maxLength = 280
const minWords = 7
/** So that one long note does not fill most of the rotation. */
const maxTipsOfTalk = 6

/**
 * What of a talk can be a tip: its takeaways, the outermost bullets of them. Of a note without any, those bullets and
 * sentences that read well alone; none is better than half of one. The abstracts of imported schedules say what a talk
 * will be about, and nothing to take away.
 */
export function tipPassages(talk: Talk): readonly Passage[] {
  const takeaways = talk.takeaways.filter(
    ({ form, depth, text }) => form === 'bullet' && depth === 0 && !lackOfNotes.test(text),
  )
  if (talk.takeaways.length > 0 || talk.file.endsWith(recordsFile)) return takeaways
  const passages = talk.sections
    .filter(({ title, isTranscript }) => !noSection.test(title) && !isTranscript)
    .flatMap((section) => section.passages)
  const found = [talk.summary, ...passages].flatMap((passage) => standAlone(passage, talk.language))
  return found.slice(0, maxTipsOfTalk)
}

/** Says what the notes lack, and nothing of its subject: “… of which the notes keep only the title”. */
const lackOfNotes = /\bthe notes (?:keep|name|say|give|tell) (?:only|nothing)\b/i

/** What stands in these is for finding, not for keeping in mind. */
const noSection = new RegExp(
  [
    '^(?:links?|references?|resources|further reading|slides|video|code|questions?(?: and answers)?|q ?& ?a|',
    'agenda|outline|(?:table of )?contents|speakers?|about .*|bio|to-?do|credits|sponsors?|schedule|',
    'meta(?:data)?|details)$',
  ].join(''),
  'i',
)

function standAlone(passage: Passage, language: string): readonly Passage[] {
  if (passage.form === 'code' || passage.depth > 0) return []
  const text = passage.text.replace(/^\d+\.\s+/, '')
  if (passage.form === 'bullet') return readsAlone(text, language) ? [{ ...passage, text }] : []
  // Of a paragraph the first sentence that needs no other.
  const sentences = Array.from(
    new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text),
    ({ segment }) => segment.trim(),
  )
  const sentence = sentences.find((one) => /[.!…。！]["”’)]?$/.test(one) && readsAlone(one, language))
  return sentence === undefined ? [] : [{ ...passage, text: sentence }]
}

const leansOnOthers = new RegExp(
  [
    '^(?:and|but|or|so|also|then|however|therefore|because|since|though|although|whereas|which|it|its|they|their|theirs|this|that|',
    'these|those|he|she|mine|ours|here|there|same|such|both|another|others?|the others?|some others?|e\\.?g|i\\.?e|etc|instead|otherwise|',
    'finally|next|first|second|third|again)\\b|',
    String.raw`\b(?:of|to|for|with|from|than|like|as|in|on|by) (?:these|those|this)[.!]?$|\bthe following\b|\bas follows\b|`,
    String.raw`\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|dr|mr|mrs|prof|bzw|z\. ?b|u\. ?a|ca)\.$`,
  ].join(''),
  'i',
)
const pointsElsewhere = new RegExp(
  [
    String.raw`\b(?:see|check|cf)\b.{0,20}\b(?:slides?|above|below|video|link|repo|docs)|\b(?:this|the|my) (?:talk|session|`,
    String.raw`presentation|slides?|workshop|speaker)\b|\bto-?do\b|\?\?|\.\.\.$|…$|https?:|\(#`,
  ].join(''),
  'i',
)
const verb = new RegExp(
  [
    String.raw`\b(?:is|are|was|were|be|has|have|had|can|cannot|can't|could|will|won't|would|should|must|may|might|do|does|`,
    "don't|doesn't|need|needs|use|uses|used|make|makes|take|takes|give|gives|let|lets|keep|keeps|help|helps|get|",
    'gets|allow|allows|avoid|write|run|runs|grow|grows|work|works|lead|leads|cost|costs|save|saves|start|stop|',
    String.raw`try|think|know|never|always)\b`,
  ].join(''),
  'i',
)

/** Advice: a sentence that begins with what to do. */
const command = new RegExp(
  [
    '^(?:ask|add|build|choose|create|design|ensure|find|give|learn|look|measure|observe|pick|prefer|put|read|',
    String.raw`remember|set|show|talk|test|treat|turn)\b`,
  ].join(''),
  'i',
)
/** What says who the speaker is, how the talk was liked, or what somebody did without saying who. */
const aboutSomebody = new RegExp(
  [
    String.raw`\b(?:engineer|developer|evangelist|designer|founder|professor|manager|director|lead) (?:at|of|for)\b|`,
    String.raw`\bworks (?:for|at)\b|^(?:interesting|great|nice|good|long|awesome|inspiring|fun|cool)\b|^\p{L}{3,}(?:ed|ing)`,
    String.raw`\b|^(?:built|works|made|did|gave|was|were|talked|showed|saw|has|have|could|may|can|would|should|will)\b|`,
    // What does that is in the heading above.
    '^(?:is|are|am|does|allows|provides|supports|enables|lets|makes|gives|takes|uses|helps|runs|means|returns|requires|comes|goes|gets|',
    'adds|offers|says|shows|contains|includes|represents|abstracts|handles|improves|reduces|removes|creates|needs|wants|keeps|turns|',
    'tries|ensures|replaces|defines|describes|implements|generates|prevents|manages|ships|has)\\b|',
    String.raw`\b(?:I|me|my|we|our|her|his)\b`,
  ].join(''),
  'iu',
)

function readsAlone(text: string, language: string): boolean {
  if (text.length < minLength || text.length > maxLength) return false
  const words = text.split(/\s+/)
  if (words.length < minWords || !/^["“„«'‘(]?[\p{Lu}\p{N}\p{Lo}]/u.test(text)) return false
  if (
    /[:;,–—-]$|\?$/.test(text) ||
    !areClosed(text) ||
    leansOnOthers.test(text) ||
    pointsElsewhere.test(text)
  )
    return false
  if (/^[\p{L} ]{2,20}:\s/u.test(text) || (text.match(/[{}<>|=]/g)?.length ?? 0) > 1) return false
  if (aboutSomebody.test(text) || lackOfNotes.test(text)) return false
  const isClosed = /[.!。！]["”’)]?$/.test(text)
  return /^en\b/.test(language) ? verb.test(text) || command.test(text) : isClosed
}

/** Half of what stands in brackets, or between quotation marks, is in another sentence. */
function areClosed(text: string): boolean {
  const count = (sign: RegExp) => text.match(sign)?.length ?? 0
  return count(/[([]/g) === count(/[)\]]/g) && count(/"/g) % 2 === 0
}
