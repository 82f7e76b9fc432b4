/**
 * Words that tell whether a passage, a talk or several talks answer: collected by hand for this project, folded and without
 * apostrophes (`dont`).
 */

/** Adverbs that ask, and denials: `what does it not do?` */
export const askingWordList = `how why when where hows whys whens wheres
  not no never without cannot cant couldnt wont wouldnt shouldnt mustnt
  dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt`

/** What is asked for in the plural. */
export const severalTalksList = 'talks sessions lectures presentations keynotes speakers'

/** Besides these: what the notes are notes of, and what is done there. */
export const talkWordList = `talk session lecture presentation keynote speaker lightning
  talked talking speak speaks spoke spoken speaking presented`
