# Generated from spec/ by `gclink spec build`; do not edit.
"""Typed models of the standard for Python, generated from the same source as the JSON Schemas.

``from gclink.models import CarbonPassport`` loads only the module that is needed, since pydantic takes its time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gclink.models._base import LocalizedText as LocalizedText
    from gclink.models.any import AnyDocument as AnyDocument
    from gclink.models.any import document_from_tree as document_from_tree
    from gclink.models.any import parse_document as parse_document
    from gclink.models.brand import Benchmark as Benchmark
    from gclink.models.brand import BrandProfile as BrandProfile
    from gclink.models.brand import Claim as Claim
    from gclink.models.brand import ClaimFigures as ClaimFigures
    from gclink.models.brand import EntityInventory as EntityInventory
    from gclink.models.brand import Label as Label
    from gclink.models.brand import PlanTarget as PlanTarget
    from gclink.models.brand import ProductRequirement as ProductRequirement
    from gclink.models.brand import ReductionPlan as ReductionPlan
    from gclink.models.core import ConformanceOutcome as ConformanceOutcome
    from gclink.models.core import ConformanceStatement as ConformanceStatement
    from gclink.models.core import Document as Document
    from gclink.models.core import DocumentReference as DocumentReference
    from gclink.models.core import EnergyUse as EnergyUse
    from gclink.models.core import Evidence as Evidence
    from gclink.models.core import Geography as Geography
    from gclink.models.core import Identifier as Identifier
    from gclink.models.core import LifecycleEvent as LifecycleEvent
    from gclink.models.core import Lot as Lot
    from gclink.models.core import MaterialFlow as MaterialFlow
    from gclink.models.core import MethodReference as MethodReference
    from gclink.models.core import Money as Money
    from gclink.models.core import Party as Party
    from gclink.models.core import Period as Period
    from gclink.models.core import ProcessRun as ProcessRun
    from gclink.models.core import ProductType as ProductType
    from gclink.models.core import Quantity as Quantity
    from gclink.models.core import Site as Site
    from gclink.models.core import VerificationStatement as VerificationStatement
    from gclink.models.finance import AdjustmentComponent as AdjustmentComponent
    from gclink.models.finance import Asset as Asset
    from gclink.models.finance import AssignedItem as AssignedItem
    from gclink.models.finance import Assignment as Assignment
    from gclink.models.finance import BaseRate as BaseRate
    from gclink.models.finance import ConcessionalFunding as ConcessionalFunding
    from gclink.models.finance import ControlTransfer as ControlTransfer
    from gclink.models.finance import CreditEnhancement as CreditEnhancement
    from gclink.models.finance import DnshAnswer as DnshAnswer
    from gclink.models.finance import EligibilityAssessment as EligibilityAssessment
    from gclink.models.finance import Facility as Facility
    from gclink.models.finance import FactoringFeatures as FactoringFeatures
    from gclink.models.finance import Fee as Fee
    from gclink.models.finance import FinancedAsset as FinancedAsset
    from gclink.models.finance import FinancingTransaction as FinancingTransaction
    from gclink.models.finance import FxRate as FxRate
    from gclink.models.finance import GoodsLine as GoodsLine
    from gclink.models.finance import GoodsValuation as GoodsValuation
    from gclink.models.finance import ImpactRecord as ImpactRecord
    from gclink.models.finance import InterestPeriod as InterestPeriod
    from gclink.models.finance import Inventory as Inventory
    from gclink.models.finance import InventoryLot as InventoryLot
    from gclink.models.finance import Kpi as Kpi
    from gclink.models.finance import KpiObservation as KpiObservation
    from gclink.models.finance import LegalRegistration as LegalRegistration
    from gclink.models.finance import LenderShare as LenderShare
    from gclink.models.finance import MarginAdjustment as MarginAdjustment
    from gclink.models.finance import MarginRatchet as MarginRatchet
    from gclink.models.finance import ObligorApproval as ObligorApproval
    from gclink.models.finance import ObservationInput as ObservationInput
    from gclink.models.finance import PerformanceTarget as PerformanceTarget
    from gclink.models.finance import PricingTerms as PricingTerms
    from gclink.models.finance import Programme as Programme
    from gclink.models.finance import PurchaseOrder as PurchaseOrder
    from gclink.models.finance import RatchetStep as RatchetStep
    from gclink.models.finance import Receivable as Receivable
    from gclink.models.finance import Settlement as Settlement
    from gclink.models.finance import SourceDocument as SourceDocument
    from gclink.models.finance import SubLimit as SubLimit
    from gclink.models.finance import SustainabilityTerms as SustainabilityTerms
    from gclink.models.finance import TransferableRecord as TransferableRecord
    from gclink.models.finance import Undertaking as Undertaking
    from gclink.models.finance import UseOfProceeds as UseOfProceeds
    from gclink.models.incentive import CarbonAccountGrade as CarbonAccountGrade
    from gclink.models.incentive import EsgPointEntry as EsgPointEntry
    from gclink.models.incentive import Incentive as Incentive
    from gclink.models.incentive import IncentiveScheme as IncentiveScheme
    from gclink.models.incentive import PolicySubsidy as PolicySubsidy
    from gclink.models.incentive import PurchaseReward as PurchaseReward
    from gclink.models.link import CarbonLink as CarbonLink
    from gclink.models.link import PassportExtract as PassportExtract
    from gclink.models.link import RemovalPledge as RemovalPledge
    from gclink.models.passport import CarbonContent as CarbonContent
    from gclink.models.passport import CarbonPassport as CarbonPassport
    from gclink.models.passport import DataQuality as DataQuality
    from gclink.models.passport import GasEntry as GasEntry
    from gclink.models.passport import GasInventory as GasInventory
    from gclink.models.passport import GhgComponents as GhgComponents
    from gclink.models.passport import InsetRemoval as InsetRemoval
    from gclink.models.passport import LandUseAssessment as LandUseAssessment
    from gclink.models.passport import StageFootprint as StageFootprint
    from gclink.models.passport import Uncertainty as Uncertainty
    from gclink.models.removal import BufferAccount as BufferAccount
    from gclink.models.removal import BufferEntry as BufferEntry
    from gclink.models.removal import CaptureRecord as CaptureRecord
    from gclink.models.removal import CarbonUnit as CarbonUnit
    from gclink.models.removal import FeedUse as FeedUse
    from gclink.models.removal import LabAnalysis as LabAnalysis
    from gclink.models.removal import Leakage as Leakage
    from gclink.models.removal import MethaneTest as MethaneTest
    from gclink.models.removal import PermanenceBasis as PermanenceBasis
    from gclink.models.removal import ProductionBatch as ProductionBatch
    from gclink.models.removal import ProjectEmissions as ProjectEmissions
    from gclink.models.removal import RemovalActivity as RemovalActivity
    from gclink.models.removal import RemovalAllocation as RemovalAllocation
    from gclink.models.removal import RemovalStatement as RemovalStatement
    from gclink.models.removal import ReversalEvent as ReversalEvent
    from gclink.models.removal import StatementLine as StatementLine
    from gclink.models.removal import StockMeasurement as StockMeasurement
    from gclink.models.removal import StorageEvent as StorageEvent

_HOMES = {
    "AdjustmentComponent": "finance",
    "AnyDocument": "any",
    "Asset": "finance",
    "AssignedItem": "finance",
    "Assignment": "finance",
    "BaseRate": "finance",
    "Benchmark": "brand",
    "BrandProfile": "brand",
    "BufferAccount": "removal",
    "BufferEntry": "removal",
    "CaptureRecord": "removal",
    "CarbonAccountGrade": "incentive",
    "CarbonContent": "passport",
    "CarbonLink": "link",
    "CarbonPassport": "passport",
    "CarbonUnit": "removal",
    "Claim": "brand",
    "ClaimFigures": "brand",
    "ConcessionalFunding": "finance",
    "ConformanceOutcome": "core",
    "ConformanceStatement": "core",
    "ControlTransfer": "finance",
    "CreditEnhancement": "finance",
    "DataQuality": "passport",
    "DnshAnswer": "finance",
    "Document": "core",
    "DocumentReference": "core",
    "EligibilityAssessment": "finance",
    "EnergyUse": "core",
    "EntityInventory": "brand",
    "EsgPointEntry": "incentive",
    "Evidence": "core",
    "Facility": "finance",
    "FactoringFeatures": "finance",
    "Fee": "finance",
    "FeedUse": "removal",
    "FinancedAsset": "finance",
    "FinancingTransaction": "finance",
    "FxRate": "finance",
    "GasEntry": "passport",
    "GasInventory": "passport",
    "Geography": "core",
    "GhgComponents": "passport",
    "GoodsLine": "finance",
    "GoodsValuation": "finance",
    "Identifier": "core",
    "ImpactRecord": "finance",
    "Incentive": "incentive",
    "IncentiveScheme": "incentive",
    "InsetRemoval": "passport",
    "InterestPeriod": "finance",
    "Inventory": "finance",
    "InventoryLot": "finance",
    "Kpi": "finance",
    "KpiObservation": "finance",
    "LabAnalysis": "removal",
    "Label": "brand",
    "LandUseAssessment": "passport",
    "Leakage": "removal",
    "LegalRegistration": "finance",
    "LenderShare": "finance",
    "LifecycleEvent": "core",
    "LocalizedText": "_base",
    "Lot": "core",
    "MarginAdjustment": "finance",
    "MarginRatchet": "finance",
    "MaterialFlow": "core",
    "MethaneTest": "removal",
    "MethodReference": "core",
    "Money": "core",
    "ObligorApproval": "finance",
    "ObservationInput": "finance",
    "Party": "core",
    "PassportExtract": "link",
    "PerformanceTarget": "finance",
    "Period": "core",
    "PermanenceBasis": "removal",
    "PlanTarget": "brand",
    "PolicySubsidy": "incentive",
    "PricingTerms": "finance",
    "ProcessRun": "core",
    "ProductRequirement": "brand",
    "ProductType": "core",
    "ProductionBatch": "removal",
    "Programme": "finance",
    "ProjectEmissions": "removal",
    "PurchaseOrder": "finance",
    "PurchaseReward": "incentive",
    "Quantity": "core",
    "RatchetStep": "finance",
    "Receivable": "finance",
    "ReductionPlan": "brand",
    "RemovalActivity": "removal",
    "RemovalAllocation": "removal",
    "RemovalPledge": "link",
    "RemovalStatement": "removal",
    "ReversalEvent": "removal",
    "Settlement": "finance",
    "Site": "core",
    "SourceDocument": "finance",
    "StageFootprint": "passport",
    "StatementLine": "removal",
    "StockMeasurement": "removal",
    "StorageEvent": "removal",
    "SubLimit": "finance",
    "SustainabilityTerms": "finance",
    "TransferableRecord": "finance",
    "Uncertainty": "passport",
    "Undertaking": "finance",
    "UseOfProceeds": "finance",
    "VerificationStatement": "core",
    "document_from_tree": "any",
    "parse_document": "any",
}

__all__ = [  # noqa: PLE0604
    *_HOMES,
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"gclink.models.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'gclink.models' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(_HOMES)
