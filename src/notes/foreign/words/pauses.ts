import { foldName } from '../../../text/fold.ts'
import type { Link } from '../../talk.ts'

/** Whether a schedule's entry is no talk but a pause or a meal: nobody speaks, and its title says so. */
export const isPause = (title: string, speakers: number): boolean =>
  speakers === 0 && (pauseTitle.test(title) || isPauseElsewhere(title))

/** Whether a title says a pause and nothing else: `Break the monolith` is a talk's. */
export const isPauseAlone = (title: string): boolean =>
  isPauseElsewhere(title) ||
  (isPause(title, 0) && title.split(/[^\p{L}\p{N}]+/u).every((word) => wordOfPauses.test(word)))

const wordOfPauses =
  /^(?:\d*|the|and|with|in|for|to|at|und|mit|morning|afternoon|evening|coffee|tea|lunch|short|long|break(?:s|fast)?|pause|dinner|buffet|registration|check|doors|open(?:ing)?|get|together|drinks?|snacks?|food|networking|welcome|time|day|mittag(?:essen|spause)?|kaffee(?:pause)?)$/i

const pauseTitle = new RegExp(
  [
    '^(the )?(morning |afternoon |coffee |tea |lunch |networking |short |long )*(break|pause|lunch|dinner|breakfast|',
    String.raw`coffee|registration|check-?in|doors open|get[- ]together|drinks|mittag(essen|spause)?|kaffeepause|kaffee)\b`,
  ].join(''),
  'i',
)

/** Whether a title is that of a pause in a language in which one may begin with such a word. */
export const isPauseElsewhere = (title: string): boolean => {
  const words = foldName(title).split(' ')
  return (
    words.some((word) => pauseElsewhere.test(word)) &&
    words.every((word) => pauseElsewhere.test(word) || besidePause.test(word))
  )
}

/** `Comida`, `Pausa para café`, but not `Comida y datos`. */
const pauseElsewhere =
  /^(?:pausas?|descanso|almuerzo|almoco|comida|desayuno|merienda|acreditacion|registro|credenciamento|accueil|dejeuner|diner|pranzo|colazione|cena|cafe|caffe|intervalo|receso)$/
const besidePause =
  /^(?:\d*|h|y|e|o|et|con|de|del|du|da|do|la|el|le|a|para|por|des|libre|cafe|networking|coffee|break|asistentes|participantes|petit|manana|tarde)$/

/** Whether a title says only that there was nothing: `Cancelled`, `No meeting`. */
export const isCalledOff = (title: string): boolean =>
  /^[\W_]*(?:cancell?ed|no (?:meeting|meet-?up|talks?)|abgesagt|annul[ée]e?|cancelad[oa])[\W_]*$/i.test(title)

/** Whether a title only keeps the place of a talk: `TBA`, `Keynote: to be announced`, `[Name] - TBD`, `[Title] ([Speaker])`. */
export const isToBeFilled = (title: string): boolean => {
  const text = title
    .slice(0, maxTitle)
    .replace(/\bto be (?:announced|confirmed|defined|determined)\b/gi, 'tba')
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const isInBrackets = text.includes('[') && !/\p{L}/u.test(text.replace(/\[[^\][]*\]/g, ''))
  // `[Keynote]` may be what a talk is called.
  const isOpen = /\btb[acd]\b/i.test(text) || (isInBrackets && /\b(?:title|name|speakers?)\b/i.test(text))
  return isOpen && !/\d[:.h]\d\d/.test(text) && words.every((word) => ofPlaces.test(word))
}

/**
 * Whether a title says what there is around talks: `Social event`, `Q&A`, `Closing remarks`. Talks are called `Closing` too, so that it
 * is asked of headings above nothing alone, and not of the rows of tables, which may tell no more of any talk.
 */
export const isAroundTalks = (title: string): boolean => aroundTalks.test(title)

const aroundTalks =
  /^(?:(?:the|conference|community|official) )*(?:social(?: (?:event|night|evening|hour))?|after[- ]?party|party|q ?(?:&|and) ?a|(?:opening|closing)(?: (?:remarks|notes|words|session|ceremony|address))?|welcome(?: (?:reception|drinks?|and introductions?))?|networking|happy hour|group photo|wrap[- ]?up)[ .!:…]*$/i

/** Whether an entry of a list keeps the place of a talk, of which nothing is known yet: a page of it may be as empty. */
export const keepsPlace = ({ title, speakers, text, links }: ListedEntry): boolean =>
  speakers === 0 && text === '' && isToBeFilled(title) && links.every(({ kind }) => kind === 'site')

interface ListedEntry {
  readonly title: string
  readonly speakers: number
  readonly text: string
  readonly links: readonly Link[]
}

/** In characters: longer titles say something. */
const maxTitle = 80
const ofPlaces =
  /^(?:\d+|tb[acd]|for|the|your|full|name|title|speakers?|talks?|sessions?|topic|subject|abstract|(?:opening|closing)|keynote|lightning|workshop)$/i
