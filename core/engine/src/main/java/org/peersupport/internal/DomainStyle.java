package org.peersupport.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How the immutable domain types are generated: a package-private implementation behind a sealed
 * class, made by one call with everything it has, plain JDK collections that keep their order, and
 * the same output on every machine.
 *
 * <p>What is said here is not in the class files. Said on the types, it would be, and every user
 * who compiles with all warnings would be warned of an annotation that is not on the class path.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    get = {"is*", "*"},
    allParameters = true,
    defaults = @Value.Immutable(builder = false),
    jdkOnly = true,
    jacksonIntegration = false,
    allowedClasspathAnnotations = Override.class,
    redactedMask = "***")
public @interface DomainStyle {}
