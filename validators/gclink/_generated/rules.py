"""Every document class with the function that runs its rules.

Generated from spec/ by gclink_spec.emit.python_rules; do not edit.
"""
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable

from gclink._generated.rules_brand import check_Benchmark, check_BrandProfile, check_Claim, check_EntityInventory, check_Label, check_ReductionPlan
from gclink._generated.rules_core import check_ConformanceStatement, check_LifecycleEvent, check_Lot, check_Party, check_ProcessRun, check_ProductType, check_Site, check_VerificationStatement
from gclink._generated.rules_finance import check_Assignment, check_CreditEnhancement, check_EligibilityAssessment, check_Facility, check_FinancingTransaction, check_ImpactRecord, check_Inventory, check_KpiObservation, check_MarginAdjustment, check_Programme, check_PurchaseOrder, check_Receivable, check_Settlement, check_SustainabilityTerms, check_TransferableRecord, check_Undertaking
from gclink._generated.rules_incentive import check_CarbonAccountGrade, check_EsgPointEntry, check_IncentiveScheme, check_PolicySubsidy, check_PurchaseReward
from gclink._generated.rules_link import check_CarbonLink, check_RemovalPledge
from gclink._generated.rules_passport import check_CarbonPassport
from gclink._generated.rules_removal import check_BufferAccount, check_CaptureRecord, check_CarbonUnit, check_ProductionBatch, check_RemovalActivity, check_RemovalAllocation, check_RemovalStatement, check_ReversalEvent, check_StockMeasurement, check_StorageEvent
from gclink._rules_runtime import Tree, Violation, exactly

#: Document class -> check of one T1-valid tree: the violations of the document and of every object in it.
CHECKS: dict[str, Callable[[Tree], list[Violation]]] = {
    "Assignment": exactly(check_Assignment),
    "Benchmark": exactly(check_Benchmark),
    "BrandProfile": exactly(check_BrandProfile),
    "BufferAccount": exactly(check_BufferAccount),
    "CaptureRecord": exactly(check_CaptureRecord),
    "CarbonAccountGrade": exactly(check_CarbonAccountGrade),
    "CarbonLink": exactly(check_CarbonLink),
    "CarbonPassport": exactly(check_CarbonPassport),
    "CarbonUnit": exactly(check_CarbonUnit),
    "Claim": exactly(check_Claim),
    "ConformanceStatement": exactly(check_ConformanceStatement),
    "CreditEnhancement": exactly(check_CreditEnhancement),
    "EligibilityAssessment": exactly(check_EligibilityAssessment),
    "EntityInventory": exactly(check_EntityInventory),
    "EsgPointEntry": exactly(check_EsgPointEntry),
    "Facility": exactly(check_Facility),
    "FinancingTransaction": exactly(check_FinancingTransaction),
    "ImpactRecord": exactly(check_ImpactRecord),
    "IncentiveScheme": exactly(check_IncentiveScheme),
    "Inventory": exactly(check_Inventory),
    "KpiObservation": exactly(check_KpiObservation),
    "Label": exactly(check_Label),
    "LifecycleEvent": exactly(check_LifecycleEvent),
    "Lot": exactly(check_Lot),
    "MarginAdjustment": exactly(check_MarginAdjustment),
    "Party": exactly(check_Party),
    "PolicySubsidy": exactly(check_PolicySubsidy),
    "ProcessRun": exactly(check_ProcessRun),
    "ProductType": exactly(check_ProductType),
    "ProductionBatch": exactly(check_ProductionBatch),
    "Programme": exactly(check_Programme),
    "PurchaseOrder": exactly(check_PurchaseOrder),
    "PurchaseReward": exactly(check_PurchaseReward),
    "Receivable": exactly(check_Receivable),
    "ReductionPlan": exactly(check_ReductionPlan),
    "RemovalActivity": exactly(check_RemovalActivity),
    "RemovalAllocation": exactly(check_RemovalAllocation),
    "RemovalPledge": exactly(check_RemovalPledge),
    "RemovalStatement": exactly(check_RemovalStatement),
    "ReversalEvent": exactly(check_ReversalEvent),
    "Settlement": exactly(check_Settlement),
    "Site": exactly(check_Site),
    "StockMeasurement": exactly(check_StockMeasurement),
    "StorageEvent": exactly(check_StorageEvent),
    "SustainabilityTerms": exactly(check_SustainabilityTerms),
    "TransferableRecord": exactly(check_TransferableRecord),
    "Undertaking": exactly(check_Undertaking),
    "VerificationStatement": exactly(check_VerificationStatement),
}
