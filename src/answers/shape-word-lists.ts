import { speakingElsewhere } from '../search/query/asked-for-signs.ts'

/**
 * Words that tell whether a passage, a talk or several talks answer: collected by hand for this project, folded and without
 * apostrophes (`dont`).
 */

/** Adverbs that ask, and denials: `what does it not do?` */
export const askingWordList = `how why when where hows whys whens wheres
  not no never without cannot cant couldnt wont wouldnt shouldnt mustnt
  dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt
  warum wieso weshalb wie wann wo nicht kein keine pourquoi comment quand pas como cuando donde perche quando dove waarom hoe wanneer`

/** In English, German, French, Spanish, Italian and Portuguese. */
export const whoWordList = 'who wer qui quien quienes chi quem'

/** Words for things that are asked for in the plural. */
export const severalTalksList = `talks sessions lectures presentations keynotes speakers
  vortrage prasentationen charlas ponencias presentaciones palestras apresentacoes interventi presentazioni`

/** Other words for talks, and for what is done in them. */
export const talkWordList = `talk session lecture presentation keynote speaker lightning
  talked talking speak speaks spoke spoken speaking presented ${speakingElsewhere}`
