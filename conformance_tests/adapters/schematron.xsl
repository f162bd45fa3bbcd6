<?xml version="1.0" encoding="UTF-8"?>
<!--
  From a Schematron schema (ISO/IEC 19757-3, query binding xslt2) to an XSLT 3.0 stylesheet that runs it.

  Only what the published schema uses is known: namespaces, lets of the schema, patterns with concrete rules, asserts and
  reports. Anything else stops the transformation, so that no construct is passed over in silence.
  The stylesheet made writes <failures><failure id="" role="" location="">text</failure>...</failures>.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:out="urn:alias" xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:template match="sch:schema">
    <xsl:if test="not(@queryBinding = ('xslt2', 'xslt3'))">
      <xsl:message terminate="yes">the query binding is <xsl:value-of select="@queryBinding"/></xsl:message>
    </xsl:if>
    <out:stylesheet version="3.0">
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <out:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>
      <xsl:apply-templates select="sch:let"/>
      <out:template match="/">
        <failures>
          <xsl:for-each select="sch:pattern">
            <out:apply-templates select="." mode="p{position()}"/>
          </xsl:for-each>
        </failures>
      </out:template>
      <xsl:apply-templates select="* except sch:let"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:schema/sch:let"><out:variable name="{@name}" select="{@value}"/></xsl:template>
  <xsl:template match="sch:ns | sch:title | sch:diagnostics"/>

  <xsl:template match="sch:pattern">
    <out:mode name="p{count(preceding-sibling::sch:pattern) + 1}" on-no-match="shallow-skip"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- In a pattern the first rule whose context fits a node is the one that fires. -->
  <xsl:template match="sch:rule[@context]">
    <xsl:variable name="mode" select="'p' || count(../preceding-sibling::sch:pattern) + 1"/>
    <out:template match="{@context}" mode="{$mode}" priority="{1000 - count(preceding-sibling::sch:rule)}">
      <xsl:apply-templates/>
      <out:apply-templates mode="{$mode}"/>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:rule/sch:let"><out:variable name="{@name}" select="{@value}"/></xsl:template>
  <xsl:template match="sch:assert"><out:if test="not({@test})"><xsl:call-template name="failure"/></out:if></xsl:template>
  <xsl:template match="sch:report"><out:if test="{@test}"><xsl:call-template name="failure"/></out:if></xsl:template>

  <xsl:template name="failure">
    <failure id="{@id}" role="{(@role, 'error')[1]}">
      <out:attribute name="location" select="path()"/>
      <out:text><xsl:value-of select="normalize-space(.)"/></out:text>
    </failure>
  </xsl:template>

  <xsl:template match="*">
    <xsl:message terminate="yes">no meaning is known for <xsl:value-of select="name()"/></xsl:message>
  </xsl:template>
  <xsl:template match="text()"/>
</xsl:stylesheet>
