package org.peersupport.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How the immutable domain types are generated: a package-private implementation behind a sealed
 * class, plain JDK collections that keep their order, and the same output on every machine.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    get = {"is*", "*"},
    allParameters = true,
    jdkOnly = true,
    jacksonIntegration = false,
    allowedClasspathAnnotations = Override.class,
    redactedMask = "***")
public @interface DomainStyle {}
