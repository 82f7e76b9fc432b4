import type { ReadBlock } from '../../../markup/read-block.ts'
import { yearIn } from '../dates/written-dates.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import type { PeopleInHeadings } from '../headings/outline.ts'
import type { IsName } from '../people/person-names.ts'
import { isEventTitle } from '../words/event-names.ts'
import { askingTitle, groupTitle, sectionTitle, undecorated } from '../words/heading-word-lists.ts'
import { propertyIn } from '../words/property-line.ts'
import { announcesTalks } from './announced-talks.ts'
import { type ListedItem, listedItem } from './listed-item.ts'

/**
 * Whether most headings are what was talked on, and the items below them what was said, though something says that talks are listed:
 * either the headings say who spoke, which the items do not, or the items tell something, as titles seldom do.
 */
export function areTitlesAboveNotes(
  blocks: readonly ReadBlock[],
  { isName, namesSpeaker }: PeopleInHeadings,
): boolean {
  const place = { isName, isAnnounced: true, isOfEvent: false, isOwnList: false }
  const below = new Map<ReadBlock, ReadBlock[]>()
  let heading: ReadBlock | undefined
  const items: { readonly text: string; readonly listed: ListedItem | undefined }[] = []
  for (const block of blocks) {
    if (block.form === 'heading' && !isSection(undecorated(block.text))) heading = block
    else if (heading) {
      const blocks = below.get(heading)
      if (blocks) blocks.push(block)
      else below.set(heading, [block])
    }
    if (block.form === 'bullet' && block.depth === 0)
      items.push({ text: block.text, listed: listedItem(block.raw, place) })
  }
  const titles = [...below].filter(([{ text }]) => mayBeTitle(text, isName))
  if (titles.length < minTitles || titles.length * 2 <= below.size) return false
  const shareOf = (some: readonly unknown[]) => some.length / Math.max(1, items.length)
  const named = titles.filter(([{ text }, blocks]) => namesSpeaker(text, aboveItems(blocks)))
  if (named.length >= minTitles) return shareOf(items.filter(({ listed }) => listed?.names.length)) < 0.5
  return (
    shareOf(items.filter(({ listed }) => listed?.isSure)) < 0.5 &&
    shareOf(items.filter(({ text }) => tellsSomething(text.replace(addressesAndLengths, '').trim()))) >=
      minShareTelling
  )
}

/** What stands above what was said, and the item that says who did. */
function aboveItems(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const end = blocks.findIndex((block) => block.form !== 'paragraph' && !isSpeakerField(block))
  return end < 0 ? blocks : blocks.slice(0, end)
}

const isSection = (title: string): boolean => sectionTitle.test(title) && !askingTitle.test(title)

const isSpeakerField = ({ raw: [line = ''] }: ReadBlock): boolean =>
  keyMeaningOf(propertyIn(line)?.key ?? '')?.of === 'speakers'

const minTitles = 2
/** Of 6,000 titles a sixth tell something by this measure, and of what people noted at least six of ten. */
const minShareTelling = 0.6

function mayBeTitle(heading: string, isName: IsName): boolean {
  return (
    /\S\s+\S/.test(heading.trim()) &&
    // `Ada Example (Northwind)`
    !isName(heading.replace(/\s*[,(].*$/, '')) &&
    !isEventTitle(heading) &&
    yearIn(heading) === undefined &&
    !announcesTalks(heading) &&
    !groupTitle.test(heading)
  )
}

/** What stands beside titles in lists: where more is, and how long it takes. */
const addressesAndLengths = /<?https?:\S+|[([]\d{1,3} ?(?:min|minutes|h)\.?[)\]]/gi

/** Whether a line says something rather than what something is called. */
const tellsSomething = (line: string): boolean =>
  line.length <= maxLine && !line.endsWith('?') && (signOfTelling.test(line) || wordsOfTelling.test(line))

/** In characters. */
const maxLine = 400
const signOfTelling =
  /[.;!]$|`|^\p{Ll}|\d\s?(?:%|[mµ]?s|min|h|[GMTk]B|k|x|€|\$|(?:second|minute|hour|day|week|month|year|time)s?)(?!\p{L})|[$€]\s?\d|->/u
/** Words of sentences that titles seldom have. */
const wordsOfTelling = new RegExp(
  [
    '(?<!\\p{L})(?:was|were|took|went|has|had|they|their|them|also|then|very|each|instead|much|which|only|because|never|if|would|could|',
    "must|might|used|uses|needs|needed|did|does|(?:do|does|is|ca)n['’]?t|cannot|after|before|every|always|often|since|once|nobody|every(?:body|one)|",
    'but|than|will|should|said|says|gets|got|takes|became|more|less|too|ist|sind|war|waren|hat|haben|wird|werden|wurden?|nicht|kein|keine|nur|muss|',
    'müssen|kann|können|sie|wir|sich|wenn|weil)(?!\\p{L})',
  ].join(''),
  'iu',
)
