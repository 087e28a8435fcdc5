import { nameList, type NameList, nearest, squash } from './text';

/** ISO 3166-1 alpha-2, and XK, which the Commission's programmes use for Kosovo. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

/** Names beside those of the locale data: the Commission's own codes, older and shorter names. */
const otherNames: Readonly<Record<string, string>> = {
  EL: 'GR',
  UK: 'GB',
  'Great Britain': 'GB',
  England: 'GB',
  Scotland: 'GB',
  'Gran Bretagna': 'GB',
  Inghilterra: 'GB',
  Großbritannien: 'GB',
  Holland: 'NL',
  Olanda: 'NL',
  'Czech Republic': 'CZ',
  'Repubblica Ceca': 'CZ',
  'Tschechische Republik': 'CZ',
  Turkey: 'TR',
  Macedonia: 'MK',
  Mazedonien: 'MK',
  Moldova: 'MD',
  Moldavia: 'MD',
  Eire: 'IE',
  Hellas: 'GR',
  USA: 'US',
};

/** What Italian, German and English lists write under nationality, by its masculine and feminine forms. */
const nationalities =
  'AL albanese albanian albanisch,AT austriaco austriaca austrian österreichisch,BA bosniaco bosniaca bosnian bosnisch,BD bengalese bangladeshi,BE belga belgian belgisch,BG bulgaro bulgara bulgarian bulgarisch,CH svizzero svizzera swiss schweizerisch,CN cinese chinese chinesisch,CZ ceco ceca czech tschechisch,DE tedesco tedesca german deutsch,DK danese danish dänisch,EE estone estonian estnisch,EG egiziano egiziana egyptian ägyptisch,ES spagnolo spagnola spanish spanisch,FI finlandese finnish finnisch,FR francese french französisch,GB britannico britannica inglese british english britisch,GR greco greca greek griechisch,HR croato croata croatian kroatisch,HU ungherese hungarian ungarisch,IE irlandese irish irisch,IN indiano indiana indian indisch,IT italiano italiana italian italienisch,LT lituano lituana lithuanian litauisch,LV lettone latvian lettisch,MA marocchino marocchina moroccan marokkanisch,MD moldavo moldava moldovan moldauisch,MK macedone macedonian mazedonisch,MT maltese maltesisch,NL olandese dutch niederländisch,NO norvegese norwegian norwegisch,PK pakistano pakistana pakistani pakistanisch,PL polacco polacca polish polnisch,PT portoghese portuguese portugiesisch,RO rumeno rumena romeno romena romanian rumänisch,RS serbo serba serbian serbisch,SE svedese swedish schwedisch,SI sloveno slovena slovenian slowenisch,SK slovacco slovacca slovak slowakisch,TN tunisino tunisina tunisian tunesisch,TR turco turca turkish türkisch,UA ucraino ucraina ukrainian ukrainisch';

const locales = ['en', 'it', 'de'] as const;

interface CountryNames {
  byName: ReadonlyMap<string, string>;
  names: NameList;
}

function collect(): CountryNames {
  const byName = new Map<string, string>();
  for (const entry of nationalities.split(',')) {
    const [code = '', ...words] = entry.split(' ');
    for (const word of words) byName.set(squash(word), code);
  }
  const names: string[] = [];
  for (const locale of locales) {
    const display = new Intl.DisplayNames([locale], { type: 'region' });
    for (const code of codes) {
      const name = display.of(code) ?? code;
      byName.set(squash(name), code);
      names.push(name);
    }
  }
  for (const [name, code] of Object.entries(otherNames)) byName.set(squash(name), code);
  for (const code of codes) byName.set(squash(code), code);
  return { byName, names: nameList([...new Set(names)]) };
}

let collected: CountryNames | null = null;
const countryNames = (): CountryNames => (collected ??= collect());

/** The ISO 3166-1 alpha-2 code of a code, a name (English, Italian, German) or a nationality; null where unknown. */
export function countryCode(text: string): string | null {
  return countryNames().byName.get(squash(text)) ?? null;
}

/** Country names near to an unknown one, in any of the three languages. */
export function nearCountries(text: string): string[] {
  return text.length < 4 ? [] : nearest(text, countryNames().names);
}
