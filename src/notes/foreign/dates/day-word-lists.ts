/** Names of days and months in notes of others, from the calendars of these languages; small letters. */

/** How English months begin, from January. */
export const shortMonths: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Months in German, French, Spanish, Italian, Portuguese and Dutch, a month a line. */
export const monthsByLanguage: readonly (readonly string[])[] =
  `januar jänner janvier enero gennaio janeiro januari
  februar février fevrier febrero febbraio fevereiro februari
  märz maerz mars marzo março maart
  april avril abril aprile
  mai mayo maggio maio mei
  juni juin junio giugno junho
  juli juillet julio luglio julho
  august août aout agosto augustus
  september septembre septiembre settembre setembro
  oktober octobre octubre ottobre outubro
  november novembre noviembre novembro
  dezember décembre decembre diciembre dicembre dezembro december`
    .split('\n')
    .map((line) => line.trim().split(' '))

/** An English month, whole or short: a part of a pattern. */
export const monthPattern = `(?:${shortMonths.join('|')})[a-z]*\\.?`

/** A part of a pattern. */
export const englishWeekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

/** In German, French and Spanish, as alternatives of a pattern. */
export const weekdaysOfOthers =
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|' +
  'samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|' +
  'domingo'
