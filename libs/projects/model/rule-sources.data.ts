/** How sure a figure is: read in a published source, agreed by several, or background knowledge still to be confirmed. */
export type Confidence = 'high' | 'medium';

/** Where the rules were read; a call's own guide and grant agreement go before them. */
export const ruleSources = {
  hu_na:
    'National agency HU, KA121-VET: https://erasmusplusz.hu/erasmus_palyazattipusok_a_szakkepzesi_szektorban/akkreditalt-intezmenyek-koltsegvetes-igenylo-palyazata-a-szakkepzesi-szektorban-ka121-vet',
  tr_na:
    'National agency TR, KA122-VET: https://www.ua.gov.tr/programlar/firsatlar/ka122-vet-mesleki-egitim-kisa-sureli-ogrenici-ve-personel-hareketliligi-projeleri/',
  es_press:
    'https://www.gradomania.com/noticias_universitarias/erasmus-para-estudiantes-de-formacion-profesional-becas-y-practicas-org-7333.html',
  nexus: 'github.com/doganibrahim/mobility-nexus, constants of a third-party product, 2026',
  ten2026:
    'https://tenerifecourses.com/course-registration/erasmus_programme_guide_2026_summary_updates, quoting the Programme Guide 2026',
  oph: 'National agency FI, KA121-VET: https://www.oph.fi/sv/program/att-ansoka-om-finansiering-som-ackrediterad-organisation-ka121-vet',
  accesseurope: 'https://www.accesseurope.ie, KA122-VET',
  wiki2023: 'Commission wiki NAITDOC on call 2023: no group activities in KA121-VET and KA122-VET',
  ka1_dictionary: 'Dictionary of the Commission’s open data on KA1 mobilities',
  background: 'Background knowledge of the Programme Guide, to be confirmed in the guide of the call',
} as const;

export type RuleSource = keyof typeof ruleSources;
