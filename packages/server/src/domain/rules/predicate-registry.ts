import type { ExportPredicate, LinePredicate, OrderPredicate, ProductPredicate } from './predicate.ts'
import { adCvdOpenOrInScope, adCvdScopeAnswered } from './predicates/ad-cvd.ts'
import {
  agencyDataCarried,
  agencyDataGiven,
  agencyDecided,
  agencyDeclarationSound,
  agencyDisclaimConsistent,
  agencyFactsStated,
  agencyPassedOver,
} from './predicates/agencies.ts'
import { lithiumBatteryNumbered } from './predicates/batteries.ts'
import { certificateComplete } from './predicates/certificate.ts'
import { chapter99NotCarried } from './predicates/chapter-99.ts'
import { discountsCovered } from './predicates/charges.ts'
import { articleDescribed } from './predicates/description.ts'
import { entryTypeWishKept } from './predicates/entry-type.ts'
import { makerMatchedScreening, makerUnlisted, metalMadeIn, supplyChainTraced } from './predicates/forced-labor.ts'
import { importBanned, packagingOfBannedGoodsStated } from './predicates/import-ban.ts'
import {
  continuousBondOfForeignImporter,
  importerNumberGiven,
  informalEntryByForeignImporter,
  powerOfAttorneyOnFile,
} from './predicates/importer.ts'
import {
  lineLettersPrintable,
  orderLettersPrintable,
  productLettersPrintable,
  shipmentLettersPrintable,
} from './predicates/letters.ts'
import { customsQuantitiesKnown, quantityAndUnitGiven, valueDeclared } from './predicates/line-facts.ts'
import { manufacturerIdentified } from './predicates/manufacturer.ts'
import { apparelDetailed, partMaterialsGiven } from './predicates/materials.ts'
import { metalShareFitsCountry } from './predicates/metal-share-countries.ts'
import {
  listedFactStated,
  metalCountriesStated,
  metalSharesFit,
  metalWeightsFit,
  preferenceOnLists,
} from './predicates/metals.ts'
import { treatmentAsks, treatmentUnsettled } from './predicates/open-treatment.ts'
import { invoiceLanguageAmong, oneCurrency, orderFactsStated, partiesIdentified } from './predicates/order-facts.ts'
import {
  factsNotDefaulted,
  originAmong,
  originSourceStated,
  originStated,
  returnEvidenced,
} from './predicates/origin.ts'
import { packagesDetailed } from './predicates/packages.ts'
import {
  orderPartiesUnlisted,
  partiesScreened,
  productPartiesUnlisted,
  screeningListsNamed,
  shipmentPartiesUnlisted,
} from './predicates/parties.ts'
import { preferenceClaimed, preferenceFitsOrigin, preferenceNotClaimed } from './predicates/preference.ts'
import { priorNoticeModeStated, priorNoticeTimed } from './predicates/prior-notice.ts'
import {
  bondGiven,
  entryTypeRefused,
  informalEntryPossible,
  lawDateCovered,
  portConfirmed,
} from './predicates/shipment.ts'
import { tariffNumberIs, tariffNumberNotAllowed } from './predicates/tariff-number.ts'
import { modeOfTransportStated, securityFilingStated, truckManifestStated } from './predicates/transport.ts'
import { onLists, tradeActionAsks, tradeActionIs, tradeActionUndecided } from './predicates/treatment.ts'
import { woodPackagingMarked } from './predicates/wood-packaging.ts'

/** Every predicate that a rule of a scope may name; any other name is refused when the pack is loaded. */
export const predicateRegistry: PredicateRegistry = {
  product: {
    adCvdOpenOrInScope,
    adCvdScopeAnswered,
    agencyDataCarried,
    agencyDataGiven,
    agencyDecided,
    agencyDeclarationSound,
    agencyDisclaimConsistent,
    agencyFactsStated,
    agencyPassedOver,
    apparelDetailed,
    articleDescribed,
    factsNotDefaulted,
    importBanned,
    listedFactStated,
    lithiumBatteryNumbered,
    makerMatchedScreening,
    makerUnlisted,
    manufacturerIdentified,
    metalCountriesStated,
    metalMadeIn,
    metalShareFitsCountry,
    metalSharesFit,
    metalWeightsFit,
    onLists,
    originAmong,
    originSourceStated,
    originStated,
    packagingOfBannedGoodsStated,
    partMaterialsGiven,
    preferenceClaimed,
    preferenceFitsOrigin,
    preferenceNotClaimed,
    preferenceOnLists,
    productLettersPrintable,
    productPartiesUnlisted,
    returnEvidenced,
    supplyChainTraced,
    tariffNumberIs,
    tariffNumberNotAllowed,
    tradeActionAsks,
    tradeActionIs,
    tradeActionUndecided,
    treatmentAsks,
    treatmentUnsettled,
  },
  line: { chapter99NotCarried, customsQuantitiesKnown, lineLettersPrintable, quantityAndUnitGiven, valueDeclared },
  order: {
    discountsCovered,
    invoiceLanguageAmong,
    oneCurrency,
    orderFactsStated,
    orderLettersPrintable,
    orderPartiesUnlisted,
    packagesDetailed,
    partiesIdentified,
    woodPackagingMarked,
  },
  export: {
    bondGiven,
    certificateComplete,
    continuousBondOfForeignImporter,
    entryTypeRefused,
    entryTypeWishKept,
    importerNumberGiven,
    informalEntryByForeignImporter,
    informalEntryPossible,
    lawDateCovered,
    modeOfTransportStated,
    partiesScreened,
    portConfirmed,
    powerOfAttorneyOnFile,
    priorNoticeModeStated,
    priorNoticeTimed,
    screeningListsNamed,
    securityFilingStated,
    shipmentLettersPrintable,
    shipmentPartiesUnlisted,
    truckManifestStated,
  },
}

export interface PredicateRegistry {
  readonly product: Readonly<Record<string, ProductPredicate>>
  readonly line: Readonly<Record<string, LinePredicate>>
  readonly order: Readonly<Record<string, OrderPredicate>>
  readonly export: Readonly<Record<string, ExportPredicate>>
}
