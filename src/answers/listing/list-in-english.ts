import { fold } from '../../text/fold.ts'

/**
 * What people say in French, Spanish, Italian, Portuguese and Dutch who want a list or a count of the notes, by what the readers of
 * such questions know: collected by hand for this project. A phrase that means several of these belongs to the first.
 */
const phrases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'how many': 'combien de|combien d|cuántos|cuántas|quanti|quante|quantos|quantas|hoeveel',
    'are there': `y a t il|il y a|est ce qu il y a|hay|existen|ci sono|há|existem|zijn er|er zijn|sont il`,
    'what are': 'quels sont|quelles sont|cuáles son|quali sono|quais são|wat zijn|welke zijn',
    which: 'quels|quelles|quelle|quel|cuáles|qué|quali|quais|welke',
    list: 'liste|liste moi|lista|listar|lijst|elenco|elenca|muestra|mostra|montre|montre moi|toon',
    all: 'tous|toutes|todos|todas|tutti|tutte|alle',
    talks: `conférences|présentations|exposés|charlas|ponencias|presentaciones|interventi|presentazioni|palestras|apresentações
      |praatjes|lezingen|presentaties|talk`,
    speakers: `intervenants|intervenantes|orateurs|conférenciers|ponentes|oradores|relatori|relatrici|palestrantes|sprekers`,
    topics: 'sujets|thèmes|temas|argomenti|temi|tópicos|onderwerpen',
    tags: 'mots clés|étiquettes|etiquetas|etichette|labels',
    conferences: 'événements|eventos|eventi|conferencias|conferenze|conferências|conferenties',
    videos: 'vidéos|vídeos',
    slides: 'diapositives|diapos|diapositivas',
    about: 'sur|au sujet de|à propos de|sobre|acerca de|su|riguardo a|over',
    without: 'sans|sin|senza|sem|zonder',
    with: 'avec|con|com|met',
    by: 'par|por|da|door',
    of: 'de|des|du|del|della|delle|degli|dei|di|do|dos|das|van',
    the: 'les|los|las|gli|le|la|el|i|os|as|het|el',
    or: 'ou|oppure',
    and: 'et|und',
  }).flatMap(([english, others]) => others.split('|').map((phrase) => [plain(phrase), english] as const)),
)
const maxPhraseLength = 5

/** English words too, once they are folded: alone they say nothing of another language. */
const englishWords: ReadonlySet<string> = new Set(['talk', 'labels', 'conferences', 'presentations'])

/** Folded. Anyone who wants a list or a count says one of these: what can be listed, or that it should be counted. */
export const wordsThatListElsewhere: ReadonlySet<string> = new Set(
  [...phrases]
    .filter(
      ([phrase, english]) =>
        !englishWords.has(phrase) && /^(?:how many|talks|speakers|topics|tags|conferences)$/.test(english),
    )
    .map(([phrase]) => phrase.split(' ')[0]!),
)

/** Signs of phrases, exclusions and filters: whoever types them means them as they stand. */
const querySigns = /["“”„«»]|(?:^|\s)-\S|\p{L}:\S/u

/** Longer than any question for a list, in UTF-16 units. */
const maxLength = 160

/**
 * A question for a list or a count, in the words that such questions are read by. Names and topics stay as they are typed.
 *
 * listInEnglish('combien de conférences y a-t-il sur Django ?') // => 'how many talks are there about Django'
 */
export function listInEnglish(question: string): string | undefined {
  if (question.length > maxLength || querySigns.test(question)) return undefined
  const words = wordsOf(question)
  if (!words.some(({ folded }) => wordsThatListElsewhere.has(folded))) return undefined
  const said: string[] = []
  for (let at = 0; at < words.length; ) {
    const length = lengthAt(words, at)
    const phrase = words.slice(at, at + length).map(({ folded }) => folded)
    said.push(phrases.get(phrase.join(' ')) ?? words[at]!.typed)
    at += Math.max(1, length)
  }
  return said.join(' ')
}

interface TypedWord {
  readonly typed: string
  readonly folded: string
}

/** How many words the longest phrase has that begins at a word; 0 if none does. */
function lengthAt(words: readonly TypedWord[], at: number): number {
  for (let length = Math.min(maxPhraseLength, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length)
    if (phrases.has(run.map(({ folded }) => folded).join(' '))) return length
  }
  return 0
}

function wordsOf(question: string): readonly TypedWord[] {
  return (question.match(/[\p{L}\p{M}\p{N}+#._]+/gu) ?? []).map((typed) => {
    const word = typed.replace(/[._]+$/, '')
    return { typed: word, folded: fold(word) }
  })
}

function plain(phrase: string): string {
  return fold(phrase.trim().replace(/\s+/g, ' '))
}
