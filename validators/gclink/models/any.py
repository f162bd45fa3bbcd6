# Generated from spec/ by `gclink spec build`; do not edit.
"""Any document of the standard, told apart by ``type``."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from gclink.models.brand import Benchmark, BrandProfile, Claim, EntityInventory, Label, ReductionPlan
from gclink.models.core import (
    ConformanceStatement,
    LifecycleEvent,
    Lot,
    Party,
    ProcessRun,
    ProductType,
    Site,
    VerificationStatement,
)
from gclink.models.finance import (
    Assignment,
    CreditEnhancement,
    EligibilityAssessment,
    Facility,
    FinancingTransaction,
    ImpactRecord,
    Inventory,
    KpiObservation,
    MarginAdjustment,
    Programme,
    PurchaseOrder,
    Receivable,
    Settlement,
    SustainabilityTerms,
    TransferableRecord,
    Undertaking,
)
from gclink.models.incentive import CarbonAccountGrade, EsgPointEntry, IncentiveScheme, PolicySubsidy, PurchaseReward
from gclink.models.link import CarbonLink, RemovalPledge
from gclink.models.passport import CarbonPassport
from gclink.models.removal import (
    BufferAccount,
    CaptureRecord,
    CarbonUnit,
    ProductionBatch,
    RemovalActivity,
    RemovalAllocation,
    RemovalStatement,
    ReversalEvent,
    StockMeasurement,
    StorageEvent,
)

AnyDocument = Annotated[
    Assignment
    | Benchmark
    | BrandProfile
    | BufferAccount
    | CaptureRecord
    | CarbonAccountGrade
    | CarbonLink
    | CarbonPassport
    | CarbonUnit
    | Claim
    | ConformanceStatement
    | CreditEnhancement
    | EligibilityAssessment
    | EntityInventory
    | EsgPointEntry
    | Facility
    | FinancingTransaction
    | ImpactRecord
    | IncentiveScheme
    | Inventory
    | KpiObservation
    | Label
    | LifecycleEvent
    | Lot
    | MarginAdjustment
    | Party
    | PolicySubsidy
    | ProcessRun
    | ProductType
    | ProductionBatch
    | Programme
    | PurchaseOrder
    | PurchaseReward
    | Receivable
    | ReductionPlan
    | RemovalActivity
    | RemovalAllocation
    | RemovalPledge
    | RemovalStatement
    | ReversalEvent
    | Settlement
    | Site
    | StockMeasurement
    | StorageEvent
    | SustainabilityTerms
    | TransferableRecord
    | Undertaking
    | VerificationStatement,
    Field(discriminator="type"),
]


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(AnyDocument)


def parse_document(data: str | bytes) -> AnyDocument:
    """Read one document of any class from JSON; raises pydantic.ValidationError."""
    document: AnyDocument = _adapter().validate_json(data)
    return document


def document_from_tree(tree: dict[str, Any]) -> AnyDocument:
    """Read one document of any class from its canonical tree; raises pydantic.ValidationError."""
    document: AnyDocument = _adapter().validate_python(tree)
    return document
