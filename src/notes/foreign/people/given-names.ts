import { fold } from '../../../text/fold.ts'
import { givenNameList } from './given-name-list.ts'

/**
 * What tells a name from two words of a title that are written with capitals too: common first names of many languages, and
 * the endings and words of common last ones. A name that has neither is believed only if something else says that it is one.
 */
const firstNames: ReadonlySet<string> = new Set(givenNameList.split(/\s+/))

const lastName = new RegExp(
  [
    '(?:sson|ssen|rsen|nsen|ski|ska|sky|cki|ovic|ović|ević|evic|nova|kova|oglu|oğlu|enko|chuk|stein|berg|mann|',
    'ström|strom|quist|qvist|elli|etti|ucci|acci|opoulos|idis|akis|adze|shvili|wala|swamy|murthy|mutthy|ández|',
    String.raw`andez|erez|inez|nguez|feld|meier|meyer|hofer|huber|sch?midt|baum)$|^(?:mc|mac|o['’]|d['’])\p{L}{3}|`,
    '^(?:smith|jones|brown|johnson|williams|davis|miller|wilson|moore|taylor|anderson|jackson|harris|thompson|',
    'garcia|robinson|clark|rodriguez|walker|wright|adams|carter|roberts|turner|phillips|campbell|parker|evans|',
    'edwards|collins|murphy|kelly|kumar|singh|gupta|sharma|patel|shah|reddy|rao|iyer|jain|mehta|nguyen|tran|pham|',
    'wang|zhang|chen|liu|yang|huang|zhao|zhou|kim|choi|kang|tanaka|suzuki|sato|watanabe|takahashi|silva|santos|',
    'oliveira|souza|costa|ferreira|rossi|ferrari|müller|schneider|fischer|weber|becker|hoffmann|ivanov|petrov|',
    'lee|ali|khan|ahmed|hussain|cohen|levy)$',
  ].join(''),
  'iu',
)

/** Whether a word is a common first name, or two initials that people go by. */
export const isFirstName = (word: string): boolean =>
  isGoneBy(word) ||
  firstNames.has(fold(word).replace(/[^\p{L}]/gu, '')) ||
  firstNames.has(fold(word).split('-')[0] ?? '')

/** Whether a word is a common last name, or is made like one. */
export const isLastName = (word: string): boolean => lastName.test(word)

/** `AJ`, `T.J.`, `JP`; other pairs of capitals are short for something, as `DJ` is. */
export const isGoneBy = (word: string): boolean => /^(?:[ABEKLMPRT]\.?J|J\.?[BDKLPT])\.?$/.test(word)
